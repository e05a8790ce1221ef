package form

import (
	"math"
	"net/url"
	"regexp"
	"slices"
	"strings"
	"time"
	"unicode/utf8"

	"github.com/google/uuid"

	"loftet/internal/fault"
)

// Limits of an answer.
const (
	maxNumber = 1e15 // above it doubles no longer tell pennies apart
	maxShort  = 1000
	maxLong   = 20_000
	maxSteps  = 1000 // of a scale
)

var currencyForm = regexp.MustCompile(`^[A-Z]{3}$`)

// Accept gives an answer as it is kept, of a value as JSON has it: a number, text,
// bool, list of texts or record of numbers; nil for none, which is never zero. The
// faults tell how to mend it, with a path below the answer's own. What else a form
// asks of an answer [Compiled.Evaluate] tells: it may hang on other answers.
func (c *Compiled) Accept(name string, value any) (any, []fault.Field) {
	n, known := c.named[name]
	if !known || !n.item.Kind.Answered() || n.calculate != nil {
		return nil, []fault.Field{fault.OnField("", "not_asked")}
	}
	return c.accept(n.item, value)
}

func (c *Compiled) accept(item *Item, value any) (any, []fault.Field) {
	if value == nil {
		return nil, nil
	}
	wrong := func(code string, params ...any) (any, []fault.Field) {
		return nil, []fault.Field{fault.OnField("", code, params...)}
	}
	switch item.Kind {
	case Whole, Decimal, Percent, Money, Year, Scale:
		number, ok := value.(float64)
		if !ok || math.IsNaN(number) || math.Abs(number) > maxNumber {
			return wrong("number_required")
		}
		if found := numberFault(item, number); found != nil {
			return nil, []fault.Field{*found}
		}
		return number + 0, nil // no zero below zero
	case YesNo:
		if said, ok := value.(bool); ok {
			return said, nil
		}
		return wrong("yes_or_no_required")
	case ChoicesOf, Ranking:
		return c.acceptList(item, value)
	case Parts:
		return acceptParts(item, value)
	}
	text, ok := value.(string)
	if !ok {
		return wrong("text_required")
	}
	if text = strings.TrimSpace(text); text == "" {
		return nil, nil
	}
	if found := c.textFault(item, text); found != nil {
		return nil, []fault.Field{*found}
	}
	if item.Kind == Attachment {
		return oneSpelling(text), nil
	}
	return text, nil
}

func numberFault(item *Item, v float64) *fault.Field {
	least, most := bounds(item)
	var found fault.Field
	switch {
	case item.Kind == Whole && v != math.Trunc(v):
		found = fault.OnField("", "whole_number")
	case item.Kind == Year && (v != math.Trunc(v) || v < 1000 || v > 9999):
		found = fault.OnField("", "year_form")
	case v < least:
		found = fault.OnField("", "too_small", "min", least)
	case v > most:
		found = fault.OnField("", "too_large", "max", most)
	case item.Kind == Scale && offStep(item, v):
		found = fault.OnField("", "scale_step", "step", step(item), "min", least)
	default:
		return nil
	}
	return &found
}

// bounds gives the least and the most that a number may be.
func bounds(item *Item) (least, most float64) {
	least, most = -maxNumber, maxNumber
	if item.Kind == Percent {
		least, most = 0, 100
	}
	if item.Min != nil {
		least = *item.Min
	}
	if item.Max != nil {
		most = *item.Max
	}
	return least, most
}

func step(item *Item) float64 {
	if item.Step == 0 {
		return 1
	}
	return item.Step
}

// steps gives how many steps a scale has.
func steps(item *Item) float64 { return (*item.Max - *item.Min) / step(item) }

func offStep(item *Item, v float64) bool {
	at := (v - *item.Min) / step(item)
	return math.Abs(at-math.Round(at)) > 1e-9
}

func (c *Compiled) textFault(item *Item, text string) *fault.Field {
	longest := maxShort
	if item.Kind == LongText {
		longest = maxLong
	}
	var found fault.Field
	switch {
	case utf8.RuneCountInString(text) > longest:
		found = fault.OnField("", "too_long", "max", longest)
	case item.Kind == Date && !isTime(time.DateOnly, text):
		found = fault.OnField("", "date")
	case item.Kind == Time && !isTime("15:04", text):
		found = fault.OnField("", "time_form")
	case item.Kind == ChoiceOf && !c.chooses(item, text):
		found = fault.OnField("", "not_in_list")
	case item.Kind == Attachment && !isFileOrLink(text):
		found = fault.OnField("", "link_form")
	default:
		return nil
	}
	return &found
}

func isTime(layout, text string) bool {
	at, err := time.Parse(layout, text)
	return err == nil && at.Format(layout) == text
}

// oneSpelling writes the id of a file as it is stored. It may be written in several
// ways, of which what looks for the file knows this one.
func oneSpelling(text string) string {
	if id, err := uuid.Parse(text); err == nil {
		return id.String()
	}
	return text
}

// isFileOrLink tells whether an attachment is the id of a file or a link that a
// browser may follow.
func isFileOrLink(text string) bool {
	if _, err := uuid.Parse(text); err == nil {
		return true
	}
	link, err := url.Parse(text)
	if err != nil {
		return false
	}
	switch link.Scheme {
	case "http", "https":
		return link.Host != ""
	case "mailto":
		return strings.Contains(link.Opaque, "@")
	}
	return false
}

// chooses tells whether a choice is in an item's list.
func (c *Compiled) chooses(item *Item, name string) bool {
	_, listed := c.places[item.List][name]
	return listed || item.Other && name == OtherChoice
}

// acceptList gives choices in the order of their list, a ranking in its own.
func (c *Compiled) acceptList(item *Item, value any) (any, []fault.Field) {
	given, ok := value.([]any)
	if !ok {
		return nil, []fault.Field{fault.OnField("", "list_required")}
	}
	names := make([]string, 0, len(given))
	for _, one := range given {
		name, isText := one.(string)
		switch {
		case !isText || !c.chooses(item, name):
			return nil, []fault.Field{fault.OnField("", "not_in_list")}
		case slices.Contains(names, name):
			return nil, []fault.Field{fault.OnField("", "repeated")}
		}
		names = append(names, name)
	}
	if len(names) == 0 {
		return nil, nil
	}
	if item.Kind == ChoicesOf {
		places := c.places[item.List]
		place := func(name string) int {
			if at, listed := places[name]; listed {
				return at
			}
			return len(places) // "other" comes last
		}
		slices.SortFunc(names, func(a, b string) int { return place(a) - place(b) })
	}
	return names, nil
}

// acceptParts gives the parts that are there; what is missing Evaluate tells.
func acceptParts(item *Item, value any) (any, []fault.Field) {
	given, ok := value.(map[string]any)
	if !ok {
		return nil, []fault.Field{fault.OnField("", "number_required")}
	}
	var found []fault.Field
	parts := map[string]float64{}
	for _, part := range item.Parts {
		v, there := given[part.Name]
		if !there || v == nil {
			continue
		}
		number, ok := v.(float64)
		if !ok || math.IsNaN(number) || math.Abs(number) > maxNumber {
			found = append(found, fault.OnField(part.Name, "number_required"))
			continue
		}
		parts[part.Name] = number + 0
	}
	for name := range given {
		if !slices.ContainsFunc(item.Parts, func(p Part) bool { return p.Name == name }) {
			found = append(found, fault.OnField(name, "not_asked"))
		}
	}
	slices.SortFunc(found, func(a, b fault.Field) int { return compare(a.Path, b.Path) })
	if len(found) > 0 || len(parts) == 0 {
		return nil, found
	}
	return parts, nil
}
