package charts

import "sync"

// joined is a run of shapes that become one element.
type joined struct {
	on           bool
	fill, stroke bool   // how the path that is waiting is drawn
	texts        bool   // a group of texts is open
	tail         source // how every path of the run goes on from where it begins
}

// join ends the element of a run and begins the next where there is one.
func (v *vector) join(on bool) {
	if len(v.path) > 0 {
		v.element(v.joined.fill, v.joined.stroke)
	}
	if v.joined.texts {
		v.body.put("</g>\n")
	}
	v.joined = joined{on: on, tail: v.joined.tail[:0]}
}

// tail adds to the path how a shape goes on from where it begins, which is
// worked out for the first of a run only.
func (v *vector) tail(goOn func(to *source)) {
	if len(v.joined.tail) == 0 {
		goOn(&v.joined.tail)
	}
	v.path = append(v.path, v.joined.tail...)
}

// joinSector goes on from the middle of an ellipse to its edge and along it.
func (v *vector) joinSector(rx, ry, start, delta float64) {
	v.tail(func(to *source) {
		x0, y0 := onEllipse(0, 0, rx, ry, start)
		x1, y1 := onEllipse(0, 0, rx, ry, start+delta)
		to.put("l", x0, " ", y0)
		to.arc('a', rx, ry, delta, x1-x0, y1-y0)
	})
	v.x, v.y = -1, -1
}

// lines adds separate lines to the path, four numbers each from a place.
func (v *vector) lines(x, y int, lines [][4]int) {
	if !v.joined.on {
		for _, l := range lines {
			v.MoveTo(x+l[0], y+l[1])
			v.LineTo(x+l[2], y+l[3])
		}
		return
	}
	v.path.point('M', x+lines[0][0], y+lines[0][1])
	v.tail(func(to *source) {
		for i, l := range lines {
			if i > 0 {
				to.point('m', l[0]-lines[i-1][2], l[1]-lines[i-1][3])
			}
			to.point('l', l[2]-l[0], l[3]-l[1])
		}
	})
}

// sheets of paper: the text of a large picture is some megabytes, and the next
// one can be written over it.
var papers = sync.Pool{New: func() any { return new([2]source) }}

func (v *vector) take() {
	p, _ := papers.Get().(*[2]source)
	v.body, v.path, v.paper = p[0][:0], p[1][:0], p
}

// give hands the paper back; nothing may be written any more.
func (v *vector) give() {
	v.paper[0], v.paper[1] = v.body, v.path
	papers.Put(v.paper)
	v.body, v.path = nil, nil
}
