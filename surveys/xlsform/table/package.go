package table

import (
	"archive/zip"
	"bytes"
	"encoding/xml"
	"errors"
	"io"
	"path"
	"strings"
)

var errTooLarge = errors.New("too large")

// parcel is a zip of XML parts, of which no more than a ration is unpacked.
type parcel struct {
	zip  *zip.Reader
	left int64
}

// read hands a part's XML to a function, tag by tag. A part that is not there has
// no tags.
func (p *parcel) read(name string, each func(*xml.Decoder, xml.StartElement) error) error {
	if name == "" {
		return nil
	}
	var part io.ReadCloser
	for _, entry := range p.zip.File {
		if strings.EqualFold(entry.Name, name) {
			opened, err := entry.Open()
			if err != nil {
				return err
			}
			part = opened
			break
		}
	}
	if part == nil {
		return nil
	}
	defer func() { _ = part.Close() }() // it is only read
	in := xml.NewDecoder(&rationed{from: part, left: &p.left})
	for {
		token, err := in.Token()
		if errors.Is(err, io.EOF) {
			return nil
		}
		if err != nil {
			return err
		}
		if start, ok := token.(xml.StartElement); ok {
			if err := each(in, start); err != nil {
				return err
			}
		}
	}
}

// related is where the relations of a part lead, by their ids, and by the last
// word of their kinds.
func (p *parcel) related(part string) (byID, byKind map[string]string, err error) {
	byID, byKind = make(map[string]string), make(map[string]string)
	folder, file := path.Split(part)
	err = p.read(folder+"_rels/"+file+".rels", func(_ *xml.Decoder, tag xml.StartElement) error {
		if tag.Name.Local == "Relationship" {
			target := attribute(tag, "Target")
			if !strings.HasPrefix(target, "/") {
				target = path.Join("/", folder, target)
			}
			target = strings.TrimPrefix(target, "/")
			byID[attribute(tag, "Id")] = target
			byKind[path.Base(attribute(tag, "Type"))] = target
		}
		return nil
	})
	return byID, byKind, err
}

func attribute(tag xml.StartElement, name string) string {
	for _, a := range tag.Attr {
		if a.Name.Local == name {
			return a.Value
		}
	}
	return ""
}

// rationed reads until all that may be unpacked is used up.
type rationed struct {
	from io.Reader
	left *int64
}

func (r *rationed) Read(to []byte) (int, error) {
	if *r.left <= 0 {
		return 0, errTooLarge
	}
	n, err := r.from.Read(to[:min(int64(len(to)), *r.left)])
	*r.left -= int64(n)
	return n, err
}

func open(content []byte) (*parcel, error) {
	in, err := zip.NewReader(bytes.NewReader(content), int64(len(content)))
	if err != nil {
		return nil, err
	}
	return &parcel{zip: in, left: maxUnpacked}, nil
}
