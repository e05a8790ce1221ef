package charts

import (
	"cmp"
	"encoding/binary"
	"image"
	"image/color"
	"maps"
	"slices"
)

// rgbKey is an opaque colour in one number, red in the highest of three bytes.
type rgbKey uint32

func keyAt(row []uint8, x int) rgbKey {
	return rgbKey(row[4*x])<<16 | rgbKey(row[4*x+1])<<8 | rgbKey(row[4*x+2])
}

func (k rgbKey) color() color.RGBA {
	return color.RGBA{uint8(k >> 16), uint8(k >> 8), uint8(k), 255} //nolint:gosec // one byte of three each
}

// shade is a colour of a picture: how many pixels have it, and its place in the
// palette.
type shade struct {
	key   rgbKey
	count int
	index uint8
}

// shades finds the colours of a picture. Most are asked for again soon, so a
// small table stands before the map.
type shades struct {
	all  map[rgbKey]*shade
	soon [1024]*shade
}

func (s *shades) of(k rgbKey) *shade {
	place := uint32(k) * 0x9e3779b1 >> 22
	if c := s.soon[place]; c != nil && c.key == k {
		return c
	}
	c := s.all[k]
	if c == nil {
		c = &shade{key: k}
		s.all[k] = c
	}
	s.soon[place] = c
	return c
}

// indexed turns an opaque picture into one with a palette of the 256 colours
// that are used most. All areas keep their colour exactly; of the blends at the
// edges of letters the rarest take the nearest colour.
func indexed(img *image.RGBA) *image.Paletted {
	found := shades{all: map[rgbKey]*shade{}}
	eachRun(img, func(_, from, to int, k rgbKey) { found.of(k).count += to - from })
	order := slices.SortedFunc(maps.Values(found.all), func(a, b *shade) int {
		return cmp.Or(cmp.Compare(b.count, a.count), cmp.Compare(a.key, b.key))
	})
	p := image.NewPaletted(img.Bounds(), nil)
	for i, c := range order {
		if i < 256 {
			c.index = uint8(i)
			p.Palette = append(p.Palette, c.key.color())
			continue
		}
		c.index = uint8(p.Palette.Index(c.key.color())) //nolint:gosec // an index of at most 256 colours
	}
	eachRun(img, func(y, from, to int, k rgbKey) {
		row, i := p.Pix[y*p.Stride:], found.of(k).index
		for x := from; x < to && i > 0; x++ { // most is the first colour, and that is 0
			row[x] = i
		}
	})
	return p
}

// eachRun visits the stretches of one colour in each row.
func eachRun(img *image.RGBA, visit func(y, from, to int, k rgbKey)) {
	width := img.Bounds().Dx()
	for y := range img.Bounds().Dy() {
		row := img.Pix[y*img.Stride:]
		from, pixel := 0, binary.LittleEndian.Uint32(row)
		for x := 1; x < width; x++ {
			for pair := uint64(pixel)<<32 | uint64(pixel); x+2 < width && binary.LittleEndian.Uint64(row[4*x:]) == pair; {
				x += 2
			}
			if next := binary.LittleEndian.Uint32(row[4*x:]); next != pixel {
				visit(y, from, x, keyAt(row, from))
				from, pixel = x, next
			}
		}
		visit(y, from, width, keyAt(row, from))
	}
}
