package docx

import (
	"archive/zip"
	"bytes"
	"encoding/xml"
	"errors"
	"image"
	"image/png"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
)

func filled(t *testing.T) *Document {
	t.Helper()
	d := New("Sak <1> & \"2\"", "nn-NO")
	d.Title("Sak")
	d.Heading(1, "Fakta")
	d.Paragraph("Ei linje\nog ei til \x01")
	d.Bullets([]string{"a", "b"})
	d.Numbers([]string{"éin", "to"})
	d.Numbers([]string{"på nytt"})
	d.Table([]string{"Mål", "Poeng"}, [][]string{{"1"}, {"2", "50"}})
	d.Table(nil, [][]string{{"Saksnummer", "1/26"}})
	var picture bytes.Buffer
	if err := png.Encode(&picture, image.NewGray(image.Rect(0, 0, 40, 20))); err != nil {
		t.Fatal(err)
	}
	if err := d.Picture(picture.Bytes(), "Mål 1: \"50\" poeng"); err != nil {
		t.Fatal(err)
	}
	return d
}

// opened gives the parts of a file by their paths.
func opened(t *testing.T, file []byte) map[string][]byte {
	t.Helper()
	z, err := zip.NewReader(bytes.NewReader(file), int64(len(file)))
	if err != nil {
		t.Fatal(err)
	}
	parts := map[string][]byte{}
	for _, f := range z.File {
		r, err := f.Open()
		if err != nil {
			t.Fatal(err)
		}
		if parts[f.Name], err = io.ReadAll(r); err != nil {
			t.Fatal(err)
		}
	}
	return parts
}

func TestEveryPartIsWellFormedAndEveryRelationLeadsToAPart(t *testing.T) {
	file, err := filled(t).Bytes()
	if err != nil {
		t.Fatal(err)
	}
	parts := opened(t, file)
	type relations struct {
		List []struct {
			ID     string `xml:"Id,attr"`
			Target string `xml:"Target,attr"`
		} `xml:"Relationship"`
	}
	ids := map[string]bool{}
	for path, content := range parts {
		if strings.HasSuffix(path, ".png") {
			continue
		}
		for decoder := xml.NewDecoder(bytes.NewReader(content)); ; {
			if _, err := decoder.Token(); errors.Is(err, io.EOF) {
				break
			} else if err != nil {
				t.Fatalf("%s: %v", path, err)
			}
		}
		if !strings.HasSuffix(path, ".rels") {
			continue
		}
		var r relations
		if err := xml.Unmarshal(content, &r); err != nil {
			t.Fatal(err)
		}
		for _, one := range r.List {
			ids[one.ID] = true
			at := filepath.Join(filepath.Dir(filepath.Dir(path)), one.Target)
			if _, there := parts[at]; !there {
				t.Errorf("%s leads to %s, which is not there", path, at)
			}
		}
	}
	if len(parts) != 9 || !ids["rIdPicture1"] {
		t.Errorf("%d parts, relations %v", len(parts), ids)
	}
	for path, want := range map[string][]string{
		"word/document.xml": {`w:val="Heading1"`, `<w:tblHeader/>`, `descr="Mål 1: &#34;50&#34; poeng"`, `r:embed="rIdPicture1"`, `<w:numId w:val="3"/>`, `<w:br/>`},
		"docProps/core.xml": {"<dc:title>Sak &lt;1&gt; &amp; &#34;2&#34;</dc:title>", "<dc:language>nn-NO</dc:language>"},
		"word/styles.xml":   {`<w:lang w:val="nn-NO"/>`, `w:styleId="Heading3"`, `w:type="firstRow"`},
	} {
		for _, text := range want {
			if !bytes.Contains(parts[path], []byte(text)) {
				t.Errorf("%s lacks %s", path, text)
			}
		}
	}
}

func TestTheSameDocumentIsTheSameFile(t *testing.T) {
	one, err := filled(t).Bytes()
	two, err2 := filled(t).Bytes()
	if err != nil || err2 != nil || !bytes.Equal(one, two) {
		t.Errorf("two files differ: %v %v", err, err2)
	}
}

func TestWhatIsNoPictureIsRefused(t *testing.T) {
	if err := New("x", "nb-NO").Picture([]byte("no"), ""); err == nil {
		t.Error("taken")
	}
}

func TestAWordProcessorOpensIt(t *testing.T) {
	office, err := exec.LookPath("soffice")
	if err != nil {
		t.Skip("no LibreOffice here")
	}
	file, err := filled(t).Bytes()
	if err != nil {
		t.Fatal(err)
	}
	dir := t.TempDir()
	if err := os.WriteFile(filepath.Join(dir, "a.docx"), file, 0o600); err != nil {
		t.Fatal(err)
	}
	out, err := exec.CommandContext(t.Context(), office, "--headless", "-env:UserInstallation=file://"+dir+"/profile", "--convert-to", "txt:Text", "--outdir", dir, filepath.Join(dir, "a.docx")).CombinedOutput()
	if err != nil {
		t.Fatalf("%v: %s", err, out)
	}
	text, err := os.ReadFile(filepath.Join(dir, "a.txt"))
	if err != nil || !strings.Contains(string(text), "på nytt") {
		t.Errorf("%v: %s", err, text)
	}
}
