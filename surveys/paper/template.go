package paper

import (
	"bytes"
	"embed"
	"fmt"
	"html/template"
	"strings"

	"loftet/surveys"
)

//go:embed style.css
var style string

//go:embed head.html page.html receipt.html
var templates embed.FS

// languages are those that pages are written in.
var languages = []string{"nb", "nn", "en"}

// inLanguage has the templates by language, each with the words of its own.
var inLanguage = func() map[string]*template.Template {
	all := map[string]*template.Template{}
	for _, lang := range languages {
		words := template.FuncMap{
			"label": func(key string) string { return label(key, lang) },
			"style": func() template.CSS { return template.CSS(style) }, //nolint:gosec // G203: our own, from a file beside this one
		}
		all[lang] = template.Must(template.New("").Funcs(words).ParseFS(templates, "*.html"))
	}
	return all
}()

// head is what every page begins with.
type head struct {
	Lang, Title, Municipality string
	Above                     string // whose round it is
	Foot                      string // at the foot of each printed page
	Notes                     []string
	Facts                     []fact
	Decisions                 []headed
}

// fact is a name with what it says.
type fact struct{ Name, Value string }

// headed are facts under a heading, which may be empty.
type headed struct {
	Title string
	Facts []fact
}

func headOf(t surveys.Taken, title, lang string) head {
	d := t.Document
	above := []string{d.Round.Region, d.Round.Name}
	if d.Round.Region == "" {
		above = above[1:]
	}
	foot := label("draft", lang)
	if !t.Draft() {
		foot = fmt.Sprintf("%s %s, %s %d", label("receipt", lang), d.Receipt, strings.ToLower(label("revision", lang)), d.Revision)
	}
	return head{Lang: lang, Title: label(title, lang), Municipality: d.Municipality.Name, Above: strings.Join(above, " · "), Foot: foot,
		Notes: notes(t, lang), Facts: about(t, lang), Decisions: decisions(t, lang)}
}

func write(name, lang string, page any) ([]byte, error) {
	var out bytes.Buffer
	if err := inLanguage[lang].ExecuteTemplate(&out, name, page); err != nil {
		return nil, fmt.Errorf("write %s: %w", name, err)
	}
	return out.Bytes(), nil
}
