package api

import (
	"bytes"
	"encoding/json"
	"errors"
	"strconv"
	"strings"
	"unicode/utf16"
	"unicode/utf8"

	"loftet/internal/fault"
)

// readBody reads a JSON text for the schemas. What would be read one way by them
// and another way by the handler, or kept by no database, is a field fault: a
// key that stands twice in an object, a number beyond what the service reckons
// with, a character that can't be stored. An error says that the text is no JSON
// at all.
func readBody(text []byte) (any, []fault.Field, error) {
	// Valid also bounds how deep a text may nest
	if !utf8.Valid(text) || !json.Valid(text) {
		return nil, nil, errors.New("the body is no JSON in UTF-8")
	}
	decoder := json.NewDecoder(bytes.NewReader(text))
	decoder.UseNumber()
	r := bodyReader{decoder: decoder, halves: hasHalves(text)}
	value, err := r.value()
	return value, r.faults, err
}

// bodyReader reads a JSON text token by token.
type bodyReader struct {
	decoder *json.Decoder
	halves  bool     // the text has halves of signs, which are read as U+FFFD
	path    []string // to the value at hand
	faults  []fault.Field
}

func (r *bodyReader) fault(code string) {
	r.faults = append(r.faults, fault.OnField(strings.Join(r.path, "."), code))
}

func (r *bodyReader) value() (any, error) {
	token, err := r.decoder.Token()
	switch t := token.(type) {
	case json.Delim:
		if t == '[' {
			return r.list()
		}
		return r.object()
	case json.Number:
		return r.number(t), nil
	case string:
		if !storable(t) || r.halves && strings.ContainsRune(t, utf8.RuneError) {
			r.fault("characters")
		}
	}
	return token, err
}

func (r *bodyReader) list() (any, error) {
	list := []any{}
	for r.decoder.More() {
		item, err := r.below(strconv.Itoa(len(list)), r.value)
		if err != nil {
			return nil, err
		}
		list = append(list, item)
	}
	_, err := r.decoder.Token()
	return list, err
}

func (r *bodyReader) object() (any, error) {
	object := map[string]any{}
	for r.decoder.More() {
		token, err := r.decoder.Token()
		if err != nil {
			return nil, err
		}
		key, _ := token.(string)
		if !storable(key) {
			r.fault("characters")
			key = strings.ToValidUTF8(strings.ReplaceAll(key, "\x00", ""), "")
		}
		_, twice := object[key]
		object[key], err = r.below(key, func() (any, error) {
			if twice {
				r.fault("once")
			}
			return r.value()
		})
		if err != nil {
			return nil, err
		}
	}
	_, err := r.decoder.Token()
	return object, err
}

// below reads something under a name of the path.
func (r *bodyReader) below(name string, read func() (any, error)) (any, error) {
	r.path = append(r.path, name)
	defer func() { r.path = r.path[:len(r.path)-1] }()
	return read()
}

// number gives a number as the service reckons with it. Its text may hold an
// exponent of any size, with which exact arithmetic never comes to an end.
func (r *bodyReader) number(n json.Number) json.Number {
	f, err := n.Float64()
	if err != nil {
		r.fault("not_finite")
		return "0"
	}
	return json.Number(strconv.FormatFloat(f, 'g', -1, 64))
}

// hasHalves tells whether a valid JSON text has an escaped half of a sign without
// the other: the reader would keep another text than was sent.
func hasHalves(text []byte) bool {
	for i := 0; i < len(text); i++ {
		if text[i] != '\\' {
			continue
		}
		if i++; text[i] != 'u' {
			continue
		}
		first := escaped(text[i+1:])
		i += 4
		if !utf16.IsSurrogate(first) {
			continue
		}
		if i+2 >= len(text) || text[i+1] != '\\' || text[i+2] != 'u' || utf16.DecodeRune(first, escaped(text[i+3:])) == utf8.RuneError {
			return true
		}
		i += 6
	}
	return false
}

// escaped reads the four digits of an escaped sign.
func escaped(digits []byte) rune {
	n, err := strconv.ParseUint(string(digits[:4]), 16, 16)
	if err != nil { // a valid text has four digits
		return utf8.RuneError
	}
	return rune(n)
}

// storable tells whether a text is one that every database keeps: UTF-8 without
// the character zero, which PostgreSQL refuses.
func storable(text string) bool {
	return utf8.ValidString(text) && !strings.ContainsRune(text, 0)
}
