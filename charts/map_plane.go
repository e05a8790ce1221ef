package charts

import (
	"cmp"
	"math"
	"slices"
)

// dot is a place in a picture.
type dot struct{ x, y int }

// outline is a ring in a picture, without the dots that change nothing.
type outline struct {
	dots []dot
	area int // that it covers, twice
	of   int // place of its Area
	hole bool
}

// plane gives the function from points to a plane: degrees by the equidistant
// conic projection that touches the earth at the middle latitude (Snyder, Map
// Projections, 1987, page 111), near the equator as they are.
func (m Map) plane() func(Point) Point {
	if !m.Degrees {
		return func(p Point) Point { return p }
	}
	low, high := m.bounds(func(p Point) Point { return p })
	lat, lon := (low.Y+high.Y)/2*math.Pi/180, (low.X+high.X)/2
	if math.Abs(lat) < 0.02 {
		return func(p Point) Point { return p }
	}
	n, middle := math.Sin(lat), 1/math.Tan(lat)
	return func(p Point) Point {
		rho, turn := middle+lat-p.Y*math.Pi/180, n*(p.X-lon)*math.Pi/180
		return Point{rho * math.Sin(turn), -rho * math.Cos(turn)}
	}
}

// bounds are the least and the greatest of all places.
func (m Map) bounds(to func(Point) Point) (low, high Point) {
	low, high = Point{math.Inf(1), math.Inf(1)}, Point{math.Inf(-1), math.Inf(-1)}
	for _, x := range m.Areas {
		for _, ring := range x.rings() {
			for _, p := range ring {
				p = to(p)
				low = Point{min(low.X, p.X), min(low.Y, p.Y)}
				high = Point{max(high.X, p.X), max(high.Y, p.Y)}
			}
		}
	}
	return low, high
}

// mostDots is how many dots a map may have: a border is said twice, a dot takes
// about eight letters, and half a megabyte has to hold them.
const mostDots = 24_000

// outlines puts all rings into a box, largest first, so that an area within
// another lies above it. Dots are on a grid, the same for both sides of a border,
// which therefore still fit each other; the grid is as fine as mostDots allows.
func (m Map) outlines(left, top, width, height int) (all []outline, used int) {
	to := m.plane()
	low, high := m.bounds(to)
	scale := math.Inf(1)
	if w := high.X - low.X; w > 0 {
		scale = min(scale, float64(width)/w)
	}
	if h := high.Y - low.Y; h > 0 {
		scale = min(scale, float64(height)/h)
	}
	if math.IsInf(scale, 1) { // a single place
		scale = 1
	}
	used = min(int((high.Y-low.Y)*scale)+1, height)
	left += (width - int((high.X-low.X)*scale)) / 2
	place := func(p Point) (x, y float64) {
		p = to(p)
		return (p.X - low.X) * scale, (high.Y - p.Y) * scale
	}
	for grid := 1; ; grid++ {
		all = all[:0]
		count := 0
		for i, x := range m.Areas {
			for j, ring := range x.rings() {
				o := outline{of: i, hole: j >= len(x.Outer)}
				for _, p := range ring {
					px, py := place(p)
					o.add(dot{left + onGrid(px, grid), top + onGrid(py, grid)})
				}
				o.close()
				all, count = append(all, o), count+len(o.dots)
			}
		}
		if count <= mostDots || grid == 8 {
			break
		}
	}
	slices.SortStableFunc(all, func(a, b outline) int {
		if a.area != b.area || a.hole == b.hole {
			return cmp.Compare(b.area, a.area)
		}
		if a.hole {
			return -1
		}
		return 1
	})
	return all, used
}

func onGrid(v float64, grid int) int { return int(math.Round(v/float64(grid))) * grid }

// add adds a dot, unless it is the last one again or the last lay on the way to it.
func (o *outline) add(d dot) {
	n := len(o.dots)
	if n > 0 && o.dots[n-1] == d {
		return
	}
	if n > 1 && onTheWay(o.dots[n-2], o.dots[n-1], d) {
		o.dots[n-1] = d
		return
	}
	o.dots = append(o.dots, d)
}

func onTheWay(a, b, c dot) bool {
	ux, uy, vx, vy := b.x-a.x, b.y-a.y, c.x-b.x, c.y-b.y
	return ux*vy == uy*vx && ux*vx+uy*vy > 0
}

// close drops the last dot where it is the first, and measures what is covered.
func (o *outline) close() {
	if n := len(o.dots); n > 1 && o.dots[0] == o.dots[n-1] {
		o.dots = o.dots[:n-1]
	}
	sum := 0
	for i, d := range o.dots {
		next := o.dots[(i+1)%len(o.dots)]
		sum += d.x*next.y - next.x*d.y
	}
	o.area = max(sum, -sum)
}

// cutsOf gives the pieces of a level line that lie inside rings, by the even-odd
// rule, as pairs of places along it.
func cutsOf(rings [][]dot, y float64) []float64 {
	var cuts []float64
	for _, ring := range rings {
		for i, a := range ring {
			b := ring[(i+1)%len(ring)]
			if (float64(a.y) > y) != (float64(b.y) > y) {
				cuts = append(cuts, float64(a.x)+(y-float64(a.y))*float64(b.x-a.x)/float64(b.y-a.y))
			}
		}
	}
	slices.Sort(cuts)
	return cuts
}
