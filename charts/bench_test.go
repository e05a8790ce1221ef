package charts

import (
	"fmt"
	"io"
	"strings"
	"testing"
)

// realistic gives every kind at a size that pages show.
func realistic() map[string]Chart {
	all := map[string]Chart{"heat-of-a-country": heat(400, 17)}
	for name, c := range examples() {
		if !strings.Contains(name, "-") {
			all[name] = c
		}
	}
	many := bars()
	many.Bars = nil
	for i := range 40 {
		many.Bars = append(many.Bars, Bar{Label: fmt.Sprintf("Kommune %d", i), Value: has(float64(i)*2.5, bands[i%len(bands)])})
	}
	all["bars-of-40"] = many
	return all
}

func BenchmarkSVG(b *testing.B) {
	for name, c := range realistic() {
		b.Run(name, func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				if err := Write(io.Discard, c, SVG, Options{}); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}

func BenchmarkPNG(b *testing.B) {
	for name, c := range realistic() {
		b.Run(name, func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				if err := Write(io.Discard, c, PNG, Options{}); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}
