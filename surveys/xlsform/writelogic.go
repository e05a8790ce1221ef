package xlsform

import (
	"strings"

	"loftet/surveys/form"
	"loftet/surveys/xlsform/logic"
	"loftet/surveys/xlsform/xpath"
)

// logic writes the expressions of an item as XPath.
func (w *writer) logic(row record, item *form.Item) {
	for column, code := range map[string]string{
		"relevant": item.Visible, "constraint": item.Constraint, "calculation": item.Calculate,
		"choice_filter": item.Filter, "repeat_count": item.Count,
	} {
		if code != "" {
			row[column] = w.xpath(item, column, code)
		}
	}
	switch item.Required {
	case "":
	case "true":
		row["required"] = "yes"
	default:
		row["required"] = w.xpath(item, "required", item.Required)
	}
	if item.Default != "" {
		row["default"] = initialText(w.xpath(item, "default", item.Default), item)
	}
}

func (w *writer) xpath(item *form.Item, column, code string) string {
	text, err := logic.Back(code, w.names.known)
	if err != nil {
		w.fault(place{sheet: "survey", row: len(w.survey.rows) + 2, column: column}, NotSupported,
			"export_cannot", "XLSForm cannot say %s, in %q of %s.", err, code, item.Name)
	}
	return text
}

// initialText is a default as it stands in a cell: texts without their quotes,
// unless they would be taken for something to be worked out.
func initialText(text string, item *form.Item) string {
	switch written, is := xpath.Written(text); {
	case is && written != "" && strings.TrimSpace(written) == written && !dynamic(written, types[item.Kind]):
		return written
	case is:
		return "string(" + text + ")"
	case text == "true()":
		return "yes"
	case text == "false()":
		return "no"
	}
	return text
}
