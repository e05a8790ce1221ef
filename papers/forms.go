package papers

import (
	"bytes"
	_ "embed"
	"encoding/base64"
	"fmt"
	"html/template"

	"loftet/internal/docx"
)

//go:embed page.html
var pageFile string

var page = template.Must(template.New("").Parse(pageFile))

// HTML gives a paper as a page that stands alone: its pictures are in it, and a
// browser prints it on A4.
func (c Content) HTML() ([]byte, error) {
	var out bytes.Buffer
	if err := page.Execute(&out, c); err != nil {
		return nil, fmt.Errorf("page of a paper: %w", err)
	}
	return out.Bytes(), nil
}

// Shown gives a picture by its place, as an address that holds all of it.
func (c Content) Shown(place int) (template.URL, error) {
	return template.URL("data:image/svg+xml;base64," + base64.StdEncoding.EncodeToString([]byte(c.Figures.Pictures[place-1].SVG))), nil //nolint:gosec // drawn here
}

// Alt says what a picture shows.
func (c Content) Alt(place int) string { return c.Figures.Pictures[place-1].Alt }

// Docx gives a paper for editing in a word processor.
func (c Content) Docx() ([]byte, error) {
	d, err := c.document()
	if err != nil {
		return nil, err
	}
	return d.Bytes()
}

func (c Content) document() (*docx.Document, error) {
	d := docx.New(c.Texts.Title, c.Language+"-NO")
	d.Title(c.Texts.Title)
	for _, b := range c.Blocks() {
		switch b.Kind {
		case Heading:
			d.Heading(1, b.Text)
		case Subheading:
			d.Heading(2, b.Text)
		case Paragraph:
			d.Paragraph(b.Text)
		case Bullets:
			d.Bullets(b.Items)
		case Proposal:
			d.Numbers(b.Items)
		case Fields:
			d.Table(nil, b.Rows)
		case Table:
			d.Caption(b.Text)
			d.Table(b.Header, b.Rows)
		case Image:
			d.Caption(b.Text)
			if err := d.Picture(c.Figures.Pictures[b.Picture-1].PNG, c.Alt(b.Picture)); err != nil {
				return nil, err
			}
		}
	}
	return d, nil
}
