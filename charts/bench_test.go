package charts

import (
	"io"
	"strings"
	"testing"
)

func BenchmarkSVG(b *testing.B) {
	for name, c := range examples() {
		if strings.Contains(name, "-") {
			continue
		}
		b.Run(name, func(b *testing.B) {
			for b.Loop() {
				if err := c.SVG(io.Discard, Options{}); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}

func BenchmarkPNG(b *testing.B) {
	c := bars()
	for b.Loop() {
		if err := c.PNG(io.Discard, Options{}); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkHeatTableOfACountry(b *testing.B) {
	c := heat(400, 17)
	b.Run("svg", func(b *testing.B) {
		for b.Loop() {
			if err := c.SVG(io.Discard, Options{Pattern: true}); err != nil {
				b.Fatal(err)
			}
		}
	})
	b.Run("png", func(b *testing.B) {
		for b.Loop() {
			if err := c.PNG(io.Discard, Options{Pattern: true}); err != nil {
				b.Fatal(err)
			}
		}
	})
}
