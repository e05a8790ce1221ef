package docx

import (
	"bytes"
	"encoding/xml"
	"fmt"
	"image/png"
	"strconv"
	"strings"
	"unicode/utf8"
)

// Document is filled in from its beginning to its end, and written by [Document.Bytes].
type Document struct {
	title, language string
	body            strings.Builder
	pictures        [][]byte
	lists           int // numbered lists, each of which begins at 1
}

// New begins a document. Language is that of all its text, such as "nb-NO".
func New(title, language string) *Document {
	return &Document{title: title, language: language}
}

// Title writes the title that stands above the document.
func (d *Document) Title(text string) { d.styled("Title", "", text) }

// Heading writes a heading of level 1 to 3.
func (d *Document) Heading(level int, text string) {
	d.styled("Heading"+strconv.Itoa(min(max(level, 1), maxLevel)), "", text)
}

// Paragraph writes running text.
func (d *Document) Paragraph(text string) { d.styled("", "", text) }

// Caption writes the line above a table or picture, which stays with it.
func (d *Document) Caption(text string) { d.styled("Caption", "", text) }

// Bullets writes a list without numbers.
func (d *Document) Bullets(items []string) {
	for _, item := range items {
		d.styled("ListParagraph", listOf(bulletList), item)
	}
}

// Numbers writes a list that is numbered from 1.
func (d *Document) Numbers(items []string) {
	d.lists++
	for _, item := range items {
		d.styled("ListParagraph", listOf(bulletList+d.lists), item)
	}
}

// Table writes a table. The header is repeated on each page; a table without one has
// its labels in the first column.
func (d *Document) Table(header []string, rows [][]string) {
	columns := len(header)
	for _, row := range rows {
		columns = max(columns, len(row))
	}
	if columns == 0 {
		return
	}
	look := `<w:tblLook w:val="0080" w:firstRow="0" w:lastRow="0" w:firstColumn="1" w:lastColumn="0" w:noHBand="1" w:noVBand="1"/>`
	if len(header) > 0 {
		look = `<w:tblLook w:val="0020" w:firstRow="1" w:lastRow="0" w:firstColumn="0" w:lastColumn="0" w:noHBand="1" w:noVBand="1"/>`
	}
	d.body.WriteString(`<w:tbl><w:tblPr><w:tblStyle w:val="TableGrid"/><w:tblW w:w="5000" w:type="pct"/><w:tblLayout w:type="fixed"/>` + look + `</w:tblPr><w:tblGrid>`)
	widths := columnWidths(header, rows, columns)
	for _, width := range widths {
		fmt.Fprintf(&d.body, `<w:gridCol w:w="%d"/>`, width)
	}
	d.body.WriteString(`</w:tblGrid>`)
	if len(header) > 0 {
		d.row(header, widths, true)
	}
	for _, row := range rows {
		d.row(row, widths, false)
	}
	d.body.WriteString(`</w:tbl><w:p/>`) // what follows would else grow together with it
}

func (d *Document) row(cells []string, widths []int, header bool) {
	d.body.WriteString(`<w:tr><w:trPr><w:cantSplit/>`)
	if header {
		d.body.WriteString(`<w:tblHeader/>`)
	}
	d.body.WriteString(`</w:trPr>`)
	for i, width := range widths {
		text := ""
		if i < len(cells) {
			text = cells[i]
		}
		style := "TableText"
		if header {
			style = "TableHeading"
		}
		fmt.Fprintf(&d.body, `<w:tc><w:tcPr><w:tcW w:w="%d" w:type="dxa"/></w:tcPr>`, width)
		d.styled(style, "", text)
		d.body.WriteString(`</w:tc>`)
	}
	d.body.WriteString(`</w:tr>`)
}

// columnWidths share the width of the text by the longest text of each column, within
// bounds: a column of numbers is narrow, and none is so wide that it starves the rest.
func columnWidths(header []string, rows [][]string, columns int) []int {
	const least, most = 10, 45 // letters
	letters, sum := make([]int, columns), 0
	for i := range letters {
		for _, row := range append([][]string{header}, rows...) {
			if i < len(row) {
				letters[i] = max(letters[i], utf8.RuneCountInString(row[i]))
			}
		}
		letters[i] = min(max(letters[i], least), most)
		sum += letters[i]
	}
	widths := make([]int, columns)
	for i, n := range letters {
		widths[i] = textWidth * n / sum
	}
	return widths
}

// Picture places a PNG over the width of the text, with what it shows in words.
func (d *Document) Picture(picture []byte, alt string) error {
	size, err := png.DecodeConfig(bytes.NewReader(picture))
	if err != nil {
		return fmt.Errorf("picture of a document: %w", err)
	}
	d.pictures = append(d.pictures, picture)
	n := len(d.pictures)
	width := textWidth * emuPerTwip
	height := width * size.Height / max(size.Width, 1)
	if tallest := textHeight * emuPerTwip; height > tallest {
		width, height = width*tallest/height, tallest
	}
	fmt.Fprintf(&d.body, pictureXML, width, height, n, n, escaped(alt), n, n, pictureID(n), width, height)
	return nil
}

// styled writes a paragraph; line ends within it stay line ends.
func (d *Document) styled(style, list, text string) {
	d.body.WriteString(`<w:p>`)
	if style != "" || list != "" {
		d.body.WriteString(`<w:pPr>`)
		if style != "" {
			d.body.WriteString(`<w:pStyle w:val="` + style + `"/>`)
		}
		d.body.WriteString(list + `</w:pPr>`)
	}
	for i, line := range strings.Split(text, "\n") {
		d.body.WriteString(`<w:r>`)
		if i > 0 {
			d.body.WriteString(`<w:br/>`)
		}
		d.body.WriteString(`<w:t xml:space="preserve">` + escaped(line) + `</w:t></w:r>`)
	}
	d.body.WriteString(`</w:p>`)
}

func listOf(id int) string {
	return fmt.Sprintf(`<w:numPr><w:ilvl w:val="0"/><w:numId w:val="%d"/></w:numPr>`, id)
}

func escaped(text string) string {
	var out bytes.Buffer
	_ = xml.EscapeText(&out, []byte(text)) // a buffer takes all
	return out.String()
}
