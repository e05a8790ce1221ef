package casepaper

import (
	_ "embed"
	"html/template"
	"io"
)

//go:embed page.html
var pageFile string

var page = template.Must(template.New("").Funcs(template.FuncMap{"pairs": pairs}).Parse(pageFile))

// pairs gives labels with their values.
func pairs(items []string) [][]string {
	var all [][]string
	for i := 0; i+1 < len(items); i += 2 {
		all = append(all, items[i:i+2])
	}
	return all
}

// HTML writes the paper as a page that stands alone: a browser prints it, and word
// processors open it for editing.
func (p Paper) HTML(w io.Writer) error { return page.Execute(w, p) }
