package charts

import (
	"image/color"

	"github.com/wcharczuk/go-chart/v2/drawing"
)

// A picture has a palette of at most 256 colours. Areas keep their colour
// exactly; what lies between two colours at the edges of letters and lines is
// mixed in so many steps, and where the palette fills up a near mixture does.
const (
	mostInks = 256
	forAreas = 24 // places that are kept free for whole colours
	levels   = 15 // steps of covering; the last covers wholly
)

// inks is the palette of a picture in the making.
type inks struct {
	all    []color.RGBA
	places map[color.RGBA]uint8
	mixed  [mostInks]*[levels][mostInks]uint16 // by colour laid over, step, colour below: place + 1
}

// start empties the palette but for the colours of a theme, the background first.
func (k *inks) start(p *palette) {
	for i := range k.all {
		if k.mixed[i] != nil {
			*k.mixed[i] = [levels][mostInks]uint16{}
		}
	}
	k.all = k.all[:0]
	if k.places == nil {
		k.places = make(map[color.RGBA]uint8, mostInks)
	}
	clear(k.places)
	for _, c := range p.all() {
		k.of(c)
	}
}

// of gives the place of a colour that fills areas.
func (k *inks) of(c drawing.Color) uint8 {
	return k.place(color.RGBA{c.R, c.G, c.B, 255}, mostInks, 0)
}

// over gives the place of an ink that covers another in part; step is from 1 to
// levels-1.
func (k *inks) over(ink, step, under uint8) uint8 {
	table := k.mixed[ink]
	if table == nil {
		table = new([levels][mostInks]uint16)
		k.mixed[ink] = table
	}
	if known := table[step][under]; known > 0 {
		return uint8(known - 1) //nolint:gosec // a place and one
	}
	a, b := k.all[ink], k.all[under]
	blend := func(x, y uint8) uint8 {
		return uint8((int(x)*int(step) + int(y)*(levels-int(step)) + levels/2) / levels) //nolint:gosec // between two bytes
	}
	place := k.place(color.RGBA{blend(a.R, b.R), blend(a.G, b.G), blend(a.B, b.B), 255}, mostInks-forAreas, k.nearEnough())
	table[step][under] = uint16(place) + 1
	return place
}

// nearEnough is how far a mixture may be from the one that was meant: the fuller
// the palette, the farther, so that the colours which come last find room too.
func (k *inks) nearEnough() int {
	switch n := len(k.all); {
	case n < mostInks/2:
		return 3
	case n < mostInks*3/4:
		return 10
	default:
		return 20
	}
}

// place finds a colour, or one as near as that, or adds it while there are fewer
// than most; then the nearest has to do.
func (k *inks) place(c color.RGBA, most, near int) uint8 {
	if i, ok := k.places[c]; ok {
		return i
	}
	best, off := 0, 1<<30
	if near > 0 || len(k.all) >= most {
		for i, other := range k.all {
			if d := apart(c, other); d < off {
				best, off = i, d
			}
		}
	}
	if off > near && len(k.all) < most {
		best = len(k.all)
		k.all = append(k.all, c)
		k.places[c] = uint8(best) //nolint:gosec // at most 256
	}
	return uint8(best)
}

// apart is the greatest difference in a channel.
func apart(a, b color.RGBA) int {
	d := func(x, y uint8) int { return max(int(x)-int(y), int(y)-int(x)) }
	return max(d(a.R, b.R), d(a.G, b.G), d(a.B, b.B))
}
