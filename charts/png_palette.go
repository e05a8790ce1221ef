package charts

import (
	"cmp"
	"encoding/binary"
	"image"
	"image/color"
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

// indexed turns an opaque picture into one with a palette of the 256 colours
// that are used most. All areas keep their colour exactly; of the blends at the
// edges of letters the rarest take the nearest colour.
func indexed(img *image.RGBA) *image.Paletted {
	counts := countColors(img)
	keys := make([]rgbKey, 0, len(counts))
	for k := range counts {
		keys = append(keys, k)
	}
	slices.SortFunc(keys, func(a, b rgbKey) int { return cmp.Or(cmp.Compare(counts[b], counts[a]), cmp.Compare(a, b)) })
	kept := keys[:min(len(keys), 256)]
	table := make(map[rgbKey]uint8, len(keys))
	p := image.NewPaletted(img.Bounds(), nil)
	for i, k := range kept {
		table[k] = uint8(i)
		p.Palette = append(p.Palette, k.color())
	}
	for _, k := range keys[len(kept):] {
		table[k] = uint8(p.Palette.Index(k.color())) //nolint:gosec // an index of at most 256 colours
	}
	eachRun(img, func(y, from, to int, k rgbKey) {
		row, i := p.Pix[y*p.Stride:], table[k]
		for x := from; x < to && i > 0; x++ { // most is the first colour, and that is 0
			row[x] = i
		}
	})
	return p
}

func countColors(img *image.RGBA) map[rgbKey]int {
	counts := map[rgbKey]int{}
	eachRun(img, func(_, from, to int, k rgbKey) { counts[k] += to - from })
	return counts
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
