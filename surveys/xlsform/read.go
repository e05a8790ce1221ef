package xlsform

import (
	"errors"
	"fmt"
	"path"
	"slices"
	"strings"

	"loftet/surveys/form"
	"loftet/surveys/xlsform/table"
)

// Read reads a form from a file, .xlsx or .csv by the ending of its name. The
// Summary counts what stands in the sheets. The error is Faults, all of them; the
// form is not to be used then. Warnings name what the form was taken without.
func Read(name string, content []byte) (form.Form, Summary, []Warning, error) {
	book, err := table.Read(name, content)
	if err != nil {
		var known *table.Unreadable
		if !errors.As(err, &known) {
			return form.Form{}, Summary{}, nil, err
		}
		return form.Form{}, Summary{}, nil, Faults{{Code: Code(known.Reason), Message: known.English, Said: Said{Sentence: known.Sentence}}}
	}
	r := newReader()
	r.readBook(book, strings.TrimSuffix(path.Base(name), path.Ext(name)))
	r.sort()
	if len(r.faults) > 0 {
		return form.Form{}, Summary{}, nil, r.faults
	}
	return r.form, r.summary, r.warnings, nil
}

// reader reads one form.
type reader struct {
	findings
	form    form.Form
	summary Summary

	settings, choices, survey *sheet

	title, id  string
	settingRow row                       // of the sheet settings
	lists      map[string][]row          // the rows of the sheet choices, by list
	twice      map[string]map[int]string // names of choices that share theirs, by list and row
	languages  *languages
	root       *node
	triggers   []trigger

	calculations map[*node]*calculation
	nodes        []*node            // in their order, without the root
	byName       map[string][]*node // by the names that the file gives
}

func newReader() *reader {
	return &reader{lists: make(map[string][]row), byName: make(map[string][]*node), languages: newLanguages()}
}

func (r *reader) readBook(book table.Book, fallback string) {
	sheets := r.sheets(book)
	if sheets["survey"] == nil {
		return
	}
	r.title, r.id = "", fallback
	if s := sheets["settings"]; s != nil {
		r.settingsSheet(*s)
	}
	if s := sheets["choices"]; s != nil {
		r.choices = readColumns(&r.findings, "choices", *s, choicesAliases, choicesColumns)
	}
	r.survey = readColumns(&r.findings, "survey", *sheets["survey"], surveyAliases, surveyColumns)
	if s := sheets["entities"]; s != nil && len(s.Rows) > 0 {
		r.fault(place{sheet: s.Name}, NotSupported, "entities_sheet", "Entities are not supported: a questionnaire has no records beside its answers. Remove the sheet.")
	}
	r.readSettings()
	r.findLanguages()
	r.readLists()
	r.readSurvey()
	r.checkReferences()
	r.findParts()
	r.nameItems()
	r.tellApart()
	r.readLogic()
	r.form.Items = items(r.root, "items")
	if r.survey.ours() {
		r.exact()
		r.form.Items = items(r.root, "items")
	}
	r.finishLists()
	r.form.Languages = r.languages.codes()
	r.finishSummary()
	r.noteEmpty()
	if len(r.faults) == 0 {
		r.compile()
	}
}

// sheets finds the sheets that a form has, by their names in small letters. A
// single sheet is the survey whatever its name.
func (r *reader) sheets(book table.Book) map[string]*table.Sheet {
	out := make(map[string]*table.Sheet)
	for i, s := range book {
		out[strings.ToLower(s.Name)] = &book[i]
	}
	if len(book) == 1 && !slices.Contains([]string{"choices", "settings", "external_choices", "osm", "entities"}, strings.ToLower(book[0].Name)) {
		out["survey"] = &book[0]
	}
	if s := out["survey"]; s == nil || len(s.Header) == 0 {
		var names []string
		for _, s := range book {
			names = append(names, s.Name)
		}
		r.fault(place{}, MissingSheet, "survey_sheet", "A form has a sheet called survey with its questions; this file has %s.", strings.Join(names, ", "))
		delete(out, "survey")
	}
	return out
}

// items are the finished items of a node and below, which stand in the document at
// a path.
func items(n *node, path string) []form.Item {
	var out []form.Item
	for _, child := range n.children {
		if !child.makesItem() {
			continue
		}
		child.path = fmt.Sprintf("%s.%d", path, len(out))
		if child.control != "" {
			child.item.Items = items(child, child.path+".items")
		}
		out = append(out, child.item)
	}
	return out
}
