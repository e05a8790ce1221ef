package xlsform

import (
	"strconv"
	"strings"

	"loftet/surveys/form"
)

// surveyOrder is the order of the columns; those by language stand behind their
// own, others at the end.
var surveyOrder = []string{
	"type", "name", "label", "hint", "required", "required_message", "relevant", "constraint", "constraint_message",
	"calculation", "default", "read_only", "choice_filter", "repeat_count", "appearance", "parameters",
}

// types are how kinds are called; those in ownKinds need a word more.
var types = map[form.Kind]string{
	form.Whole: "integer", form.Decimal: "decimal", form.Percent: "decimal", form.Money: "decimal", form.ShortText: "text",
	form.LongText: "text", form.ChoiceOf: "select_one", form.ChoicesOf: "select_multiple", form.YesNo: "select_one",
	form.Date: "date", form.Time: "time", form.Year: "integer", form.Scale: "range", form.Ranking: "rank",
	form.Attachment: "file", form.Note: "note", form.Calculated: "calculate",
}

// ownKinds are kinds that XLSForm doesn't have, by the kind that is nearest.
var ownKinds = map[form.Kind]form.Kind{
	form.Percent: form.Decimal, form.Money: form.Decimal, form.Year: form.Whole, form.YesNo: form.ChoiceOf, form.Parts: form.Group,
}

func (w *writer) writeItems(items []form.Item, repeat string) {
	for i := range items {
		item := &items[i]
		row := w.describe(item)
		w.logic(row, item)
		w.places[item.Name] = len(w.survey.rows)
		w.survey.rows = append(w.survey.rows, row)
		switch item.Kind {
		case form.Group, form.Repeat:
			inner := repeat
			if item.Kind == form.Repeat {
				inner = item.Name
			}
			row["type"] = "begin_" + string(item.Kind)
			w.writeItems(item.Items, inner)
			w.survey.rows = append(w.survey.rows, record{"type": "end_" + string(item.Kind)})
		case form.Parts:
			row["type"] = "begin_group"
			w.writeParts(item)
			w.survey.rows = append(w.survey.rows, record{"type": "end_group"})
		}
	}
}

func (w *writer) writeParts(item *form.Item) {
	for _, part := range item.Parts {
		row := record{"type": "decimal", "name": w.names.file[item.Name] + "_" + part.Name}
		w.texts(row, "label", w.named(part.Label))
		w.texts(row, "loftet::unit", part.Unit)
		w.survey.rows = append(w.survey.rows, row)
	}
}

// describe writes what an item says of itself.
func (w *writer) describe(item *form.Item) record {
	row := record{"type": types[item.Kind], "name": w.names.file[item.Name]}
	if item.Original != "" && row["name"] != item.Original {
		row["loftet::original"] = item.Original
	}
	w.texts(row, "label", w.named(item.Label))
	w.texts(row, "hint", w.named(item.Hint))
	w.texts(row, "constraint_message", w.named(item.Message))
	w.texts(row, "required_message", w.named(item.RequiredMessage))
	w.texts(row, "loftet::unit", item.Unit)
	if _, own := ownKinds[item.Kind]; own {
		row["loftet::kind"] = string(item.Kind)
	}
	if item.Goal != 0 {
		row["loftet::goal"] = strconv.Itoa(item.Goal)
	}
	row["loftet::indicator"], row["loftet::currency"] = item.Indicator, item.Currency
	if item.ReadOnly {
		row["read_only"] = "yes"
	}
	w.shape(row, item)
	return row
}

// shape writes what single kinds have of their own.
func (w *writer) shape(row record, item *form.Item) {
	switch item.Kind {
	case form.LongText:
		row["appearance"] = "multiline"
	case form.ChoiceOf, form.ChoicesOf, form.Ranking:
		row["type"] += " " + item.List
		if item.Other {
			row["type"] += " or_other"
		}
	case form.YesNo:
		row["type"] += " " + w.names.yesNo
	case form.Scale:
		row["parameters"] = "start=" + plain(*item.Min) + " end=" + plain(*item.Max)
		if item.Step != 0 {
			row["parameters"] += " step=" + plain(item.Step)
		}
		return
	case form.Calculated:
		if len(item.Label) > 0 || len(item.Hint) > 0 {
			row["type"] = "note" // one that is shown
		}
	}
	if item.Min != nil {
		row["loftet::min"] = plain(*item.Min)
	}
	if item.Max != nil {
		row["loftet::max"] = plain(*item.Max)
	}
	if item.Step != 0 {
		row["loftet::step"] = plain(item.Step)
	}
}

func plain(v float64) string { return strconv.FormatFloat(v, 'f', -1, 64) }

// named writes the answers that a text names by their names in the file.
func (w *writer) named(text form.Text) form.Text {
	out := make(form.Text, len(text))
	for language, said := range text {
		out[language] = anyReference.ReplaceAllStringFunc(said, func(found string) string {
			if name, there := w.names.file[strings.TrimSuffix(strings.TrimPrefix(found, "${"), "}")]; there {
				return "${" + name + "}"
			}
			return found
		})
	}
	return out
}
