package tablefile

import (
	"encoding/base64"
	"encoding/json"
	"math"
	"time"
	"unicode/utf8"
)

// raw is a text that is not UTF-8, which SQLite lets through and JSON does not.
type raw struct {
	Base64 []byte `json:"base64"`
}

func writtenText(v string) any {
	if utf8.ValidString(v) {
		return v
	}
	return raw{[]byte(v)}
}

// JSON has no words for these.
var unending = map[string]float64{"NaN": math.NaN(), "Infinity": math.Inf(1), "-Infinity": math.Inf(-1)}

func writtenReal(v float64) any {
	switch {
	case math.IsNaN(v):
		return "NaN"
	case math.IsInf(v, 1):
		return "Infinity"
	case math.IsInf(v, -1):
		return "-Infinity"
	}
	return v + 0 // -0 becomes 0
}

// read turns what stands in the file back into a value. It takes what JSON gives
// with UseNumber.
func read(kind Kind, stands any) (value any, ok bool) {
	if stands == nil {
		return nil, true
	}
	switch v := stands.(type) {
	case bool:
		return v, kind == Boolean
	case json.Number:
		return readNumber(kind, v)
	case map[string]any:
		text, isText := v["base64"].(string)
		content, err := base64.StdEncoding.DecodeString(text)
		return string(content), isText && err == nil && kind == Text
	case string:
		return readText(kind, v)
	}
	return nil, false
}

func readNumber(kind Kind, v json.Number) (any, bool) {
	switch kind {
	case Integer:
		n, err := v.Int64()
		return n, err == nil
	case Real:
		f, err := v.Float64()
		return f, err == nil
	}
	return nil, false
}

func readText(kind Kind, v string) (any, bool) {
	switch kind {
	case Text:
		return v, true
	case Real:
		f, ok := unending[v]
		return f, ok
	case Time:
		at, err := time.Parse(timeForm, v)
		return at, err == nil
	case Bytes:
		content, err := base64.StdEncoding.DecodeString(v)
		return content, err == nil
	}
	return nil, false
}
