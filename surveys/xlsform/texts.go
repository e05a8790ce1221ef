package xlsform

import (
	"regexp"
	"slices"
	"strings"

	"loftet/surveys/form"
)

// NoLanguage is the language of texts whose language a form doesn't name.
const NoLanguage = "und"

// languages are those that a form has texts in: as its headers call them, and by
// the codes that we call them.
type languages struct {
	named  []string // in the order of the headers
	codeOf map[string]string
	bare   bool // there are texts without a language
	main   string
}

func newLanguages() *languages { return &languages{codeOf: make(map[string]string)} }

// "English (en)" is en.
var tagged = regexp.MustCompile(`\(\s*([A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*)\s*\)\s*$`)

// add makes a language of a header known. Two names of one code stay apart.
func (l *languages) add(name string) {
	if _, known := l.codeOf[name]; known {
		return
	}
	code := name
	if tag := tagged.FindStringSubmatch(name); tag != nil {
		code = tag[1]
	}
	for _, other := range l.codeOf {
		if other == code {
			code = name
		}
	}
	l.codeOf[name] = code
	l.named = append(l.named, name)
}

// order puts languages in an order of their codes; those without a text are added.
func (l *languages) order(codes []string) {
	var named []string
	for _, code := range codes {
		if code == NoLanguage {
			l.bare = true
			continue
		}
		name := languageName(code)
		for other, its := range l.codeOf {
			if its == code {
				name = other
			}
		}
		l.add(name)
		named = append(named, name)
	}
	for _, name := range l.named {
		if !slices.Contains(named, name) {
			named = append(named, name)
		}
	}
	l.named = named
}

// first is the code of the language that others fall back to.
func (l *languages) first() string {
	switch {
	case l.main != "":
		return l.codeOf[l.main]
	case l.bare || len(l.named) == 0:
		return NoLanguage
	}
	return l.codeOf[l.named[0]]
}

// codes are the codes of all languages, the first one first.
func (l *languages) codes() []string {
	out := []string{l.first()}
	for _, name := range l.named {
		if code := l.codeOf[name]; code != out[0] {
			out = append(out, code)
		}
	}
	return out
}

// The columns with texts by language.
var (
	surveyTexts = []string{"label", "hint", "guidance_hint", "bind/jr:constraintMsg", "bind/jr:requiredMsg"}
	mediaTexts  = []string{"media/image", "media/big-image", "media/audio", "media/video"}
)

// findLanguages reads from the headers and what stands below them which languages there are.
func (r *reader) findLanguages() {
	find := func(s *sheet, keys []string) {
		if s == nil {
			return
		}
		at := make(map[int]string) // the languages that have any text
		for _, key := range keys {
			columns, rest := s.under(key)
			for i, column := range columns {
				if !slices.ContainsFunc(s.rows, func(one row) bool { return one.cells[column] != "" }) {
					continue
				}
				at[column] = rest[i]
				r.languages.bare = r.languages.bare || rest[i] == ""
			}
		}
		for column := range s.headers {
			if name := at[column]; name != "" {
				r.languages.add(name)
			}
		}
	}
	find(r.survey, slices.Concat(surveyTexts, mediaTexts, []string{"loftet/unit"}))
	find(r.choices, append([]string{"label"}, mediaTexts...))
	find(r.settings, []string{"loftet/title"})
	if name := r.setting("default_language"); name != "" {
		for _, other := range r.languages.named {
			if r.languages.codeOf[other] == name {
				name = other
			}
		}
		if slices.Contains(r.languages.named, name) || r.languages.bare {
			r.languages.add(name)
			r.languages.main, r.languages.bare = name, false // texts without a language are in it
		}
	}
	r.languages.order(strings.FieldsFunc(r.setting("loftet/languages"), func(r rune) bool { return r == '|' }))
	r.finishTitle()
}

// texts are what a row says in each language. A text without a language is in the
// first one, unless that has its own.
func (r *reader) texts(from row, key string) form.Text {
	var out form.Text
	columns, rest := from.sheet.under(key)
	for i, column := range columns {
		text := from.cells[column]
		if text == "" || strings.Contains(rest[i], "/") {
			continue
		}
		code, named := r.languages.codeOf[rest[i]]
		if !named {
			code = r.languages.first()
			if _, own := out[code]; own {
				continue
			}
		}
		if out == nil {
			out = make(form.Text)
		}
		out[code] = text
	}
	return out
}

// filled tells whether any column of these has something in it.
func filled(from row, keys ...string) bool {
	for _, key := range keys {
		columns, _ := from.sheet.under(key)
		for _, column := range columns {
			if from.cells[column] != "" {
				return true
			}
		}
	}
	return false
}
