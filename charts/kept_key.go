package charts

import (
	"crypto/sha256"
	"encoding/binary"
	"fmt"
	"math"
	"reflect"
	"time"
)

// keyOf is made of every field of the chart: kinds hold values only, no
// pointers, and all of them are written out, each with its length where that
// varies, so that no two charts are written alike.
func keyOf(c Chart, form Form, opt Options) [sha256.Size]byte {
	all := fmt.Appendf(make([]byte, 0, 4096), "%T\x00%s\x00", c, form)
	all = writtenOut(all, reflect.ValueOf(opt))
	return sha256.Sum256(writtenOut(all, reflect.ValueOf(c)))
}

var (
	timeType   = reflect.TypeFor[time.Time]()
	valuesType = reflect.TypeFor[[]Value]()
)

func writtenOut(to []byte, v reflect.Value) []byte {
	switch v.Kind() {
	case reflect.String:
		to = binary.AppendUvarint(to, uint64(v.Len())) //nolint:gosec // a length
		return append(to, v.String()...)
	case reflect.Int:
		return binary.AppendVarint(to, v.Int())
	case reflect.Float64:
		return binary.LittleEndian.AppendUint64(to, math.Float64bits(v.Float()))
	case reflect.Bool:
		if v.Bool() {
			return append(to, 1)
		}
		return append(to, 0)
	case reflect.Slice:
		to = binary.AppendUvarint(to, uint64(v.Len())) //nolint:gosec // a length
		if v.Type() == valuesType {
			return valuesOut(to, v.Interface().([]Value)) //nolint:forcetypeassert // its type has been looked at
		}
		for i := range v.Len() {
			to = writtenOut(to, v.Index(i))
		}
		return to
	case reflect.Struct:
		if v.Type() == timeType {
			date, _ := v.Interface().(time.Time)
			return date.AppendFormat(to, time.RFC3339Nano)
		}
		for i := range v.NumField() {
			to = writtenOut(to, v.Field(i))
		}
		return to
	default:
		panic(fmt.Sprintf("charts: a chart holds a %s, which a key does not", v.Kind()))
	}
}

// valuesOut does the same for values, of which there are thousands.
func valuesOut(to []byte, values []Value) []byte {
	for _, v := range values {
		to = binary.LittleEndian.AppendUint64(to, math.Float64bits(v.Number))
		to = append(binary.AppendUvarint(to, uint64(len(v.State))), v.State...)
		to = append(binary.AppendUvarint(to, uint64(len(v.Band))), v.Band...)
	}
	return to
}
