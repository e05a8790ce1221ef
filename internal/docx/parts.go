package docx

import (
	"archive/zip"
	"bytes"
	"fmt"
	"strings"
)

// Lengths in twentieths of a point: A4 with margins of 22 mm.
const (
	textWidth  = 9412
	textHeight = 12000
	emuPerTwip = 635
	maxLevel   = 3
	bulletList = 1 // the id of the list without numbers
)

const (
	header    = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>` + "\n"
	wordSpace = `xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"`
	relations = `http://schemas.openxmlformats.org/officeDocument/2006/relationships`
	kind      = `application/vnd.openxmlformats-officedocument.wordprocessingml.`
)

// pictureXML takes width, height, id, number, text, id, number, relation, width, height.
const pictureXML = `<w:p><w:r><w:drawing><wp:inline distT="0" distB="0" distL="0" distR="0"><wp:extent cx="%d" cy="%d"/>` +
	`<wp:docPr id="%d" name="Picture %d" descr="%s"/><a:graphic><a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/picture">` +
	`<pic:pic><pic:nvPicPr><pic:cNvPr id="%d" name="image%d.png"/><pic:cNvPicPr/></pic:nvPicPr><pic:blipFill><a:blip r:embed="%s"/>` +
	`<a:stretch><a:fillRect/></a:stretch></pic:blipFill><pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="%d" cy="%d"/></a:xfrm>` +
	`<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r></w:p>`

func pictureID(n int) string { return fmt.Sprintf("rIdPicture%d", n) }

// Bytes gives the file. The same document gives the same bytes.
func (d *Document) Bytes() ([]byte, error) {
	parts := []struct{ path, content string }{
		{"[Content_Types].xml", header + `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">` +
			`<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>` +
			`<Default Extension="png" ContentType="image/png"/><Override PartName="/word/document.xml" ContentType="` + kind + `document.main+xml"/>` +
			`<Override PartName="/word/styles.xml" ContentType="` + kind + `styles+xml"/><Override PartName="/word/numbering.xml" ContentType="` + kind + `numbering+xml"/>` +
			`<Override PartName="/word/settings.xml" ContentType="` + kind + `settings+xml"/>` +
			`<Override PartName="/docProps/core.xml" ContentType="application/vnd.openxmlformats-package.core-properties+xml"/></Types>`},
		{"_rels/.rels", header + `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">` +
			`<Relationship Id="rId1" Type="` + relations + `/officeDocument" Target="word/document.xml"/>` +
			`<Relationship Id="rId2" Type="http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties" Target="docProps/core.xml"/></Relationships>`},
		{"docProps/core.xml", header + `<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/">` +
			`<dc:title>` + escaped(d.title) + `</dc:title><dc:language>` + escaped(d.language) + `</dc:language></cp:coreProperties>`},
		{"word/document.xml", d.Main()},
		{"word/_rels/document.xml.rels", d.relationships()},
		{"word/styles.xml", d.styles()},
		{"word/numbering.xml", d.numbering()},
		{"word/settings.xml", header + `<w:settings ` + wordSpace + `><w:themeFontLang w:val="` + escaped(d.language) + `"/></w:settings>`},
	}
	for i, picture := range d.pictures {
		parts = append(parts, struct{ path, content string }{fmt.Sprintf("word/media/image%d.png", i+1), string(picture)})
	}
	var out bytes.Buffer
	z := zip.NewWriter(&out)
	for _, part := range parts {
		w, err := z.Create(part.path)
		if err == nil {
			_, err = w.Write([]byte(part.content))
		}
		if err != nil {
			return nil, fmt.Errorf("pack %s: %w", part.path, err)
		}
	}
	if err := z.Close(); err != nil {
		return nil, fmt.Errorf("pack document: %w", err)
	}
	return out.Bytes(), nil
}

// Main gives the part that holds the text, word/document.xml.
func (d *Document) Main() string {
	return header + `<w:document ` + wordSpace + ` xmlns:r="` + relations + `" xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" ` +
		`xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture"><w:body>` + d.body.String() +
		`<w:sectPr><w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="1247" w:right="1247" w:bottom="1247" w:left="1247" w:header="709" w:footer="709" w:gutter="0"/></w:sectPr></w:body></w:document>`
}

func (d *Document) relationships() string {
	var out strings.Builder
	out.WriteString(header + `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">`)
	for _, part := range []string{"styles", "numbering", "settings"} {
		fmt.Fprintf(&out, `<Relationship Id="rId_%s" Type="%s/%s" Target="%s.xml"/>`, part, relations, part, part)
	}
	for i := range d.pictures {
		fmt.Fprintf(&out, `<Relationship Id="%s" Type="%s/image" Target="media/image%d.png"/>`, pictureID(i+1), relations, i+1)
	}
	out.WriteString(`</Relationships>`)
	return out.String()
}
