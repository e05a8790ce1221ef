package charts

import "loftet/internal/fault"

func slideHeight(width int) int { return width * 9 / 16 }

// slideWidths are tried in turn: the wider the picture is laid out, the more it
// holds and the smaller it is shown.
var slideWidths = []int{960, 1120, 1280, 1440, 1600, 1800, 2000, 2200, MaxWidth}

// laySlide lays a picture of 16 to 9 out, as large as its content lets it. What
// can't be read on a slide at any width is refused.
func laySlide(p Chart, opt Options) (*sheet, error) {
	for _, opt.Width = range slideWidths {
		s := laid(p, opt, 0)
		if over := s.y - slideHeight(s.width); over > 0 { // its plot, if it has one that can, makes room
			s = laid(p, opt, over)
		}
		if s.y <= slideHeight(s.width) {
			return s, nil
		}
	}
	return nil, fault.InvalidFields(fault.OnField("rows", "too_many"))
}

// sink moves the foot, which begins at a shape, to the lower edge of a slide.
func (s *sheet) sink(foot int) {
	free := slideHeight(s.width) - s.y
	if free <= 0 {
		return
	}
	for _, r := range s.shapes[foot:] {
		for i := range r.places {
			r.places[i].y += free
		}
	}
	s.y += free
}
