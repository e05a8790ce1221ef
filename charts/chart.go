package charts

import (
	"io"
	"time"
)

// Chart is what every kind of chart is: figures with the words around them, to
// be drawn, told and laid out as a table. Only this package has kinds.
type Chart interface {
	// Table gives the same figures as the picture, rounded as there.
	Table() Table
	// Summary says in a few sentences what the picture shows.
	Summary() string

	texts() Text
	check(c *checker)
	least(s *sheet) int // the narrowest width that the figures need
	draw(s *sheet)
}

var _ = []Chart{Bars{}, Columns{}, HeatTable{}, Distribution{}, Strips{}, Dumbbell{}, Line{}, Stacked{}, Radar{}, Multiples{}, Map{}}

// Form is the form of a chart as a file.
type Form string

// The forms: a picture that scales to its container; the same picture as pixels,
// two per unit of length unless it is very large; Table in the form of RFC 4180.
const (
	SVG Form = "svg"
	PNG Form = "png"
	CSV Form = "csv"
)

// Write writes a chart. It refuses input that breaks a rule (a number that is
// not finite, an unknown code, too many rows) with a fault of kind Invalid, before
// anything is written; missing figures and empty series are no error.
func Write(w io.Writer, c Chart, form Form, opt Options) error {
	switch form {
	case CSV:
		var check checker
		c.check(&check)
		if err := check.err(); err != nil {
			return err
		}
		return c.Table().CSV(w)
	case PNG:
		return renderPNG(c, w, opt)
	default:
		return renderSVG(c, w, opt)
	}
}

// Lang is the language of the words inside a chart.
type Lang string

// The languages that are complete.
const (
	Bokmal  Lang = "nb"
	Nynorsk Lang = "nn"
	English Lang = "en"
)

// Theme is the set of colours.
type Theme string

// The themes. An empty theme is Light.
const (
	Light Theme = "light"
	Dark  Theme = "dark"
)

// The width of a picture in units of length, pixels in an SVG at its own size.
const (
	DefaultWidth = 800
	MinWidth     = 320
	MaxWidth     = 2400
)

// Options say how to draw, never what.
type Options struct {
	Width   int    // 0 is DefaultWidth; kept within MinWidth and MaxWidth
	Theme   Theme  // empty is Light
	Pattern bool   // bands carry a pattern besides colour and sign
	Slide   bool   // 16 wide and 9 high, the width left to the content
	ID      string // prefix of the ids inside an SVG; empty derives one from the content
}

// Text is what is written around the figures. Only Title is needed.
type Text struct {
	Title    string
	Subtitle string
	Unit     string // in running text, such as "prosent" or "kWh/m²"
	Period   string // such as "2024" or "runde 2, høsten 2025"
	N        int    // number of municipalities behind the figures, 0 leaves it out
	Source   string
	Licence  string
	Note     string    // what must follow the figures into a file, such as that they are made up
	Method   string    // how the figures came about, such as the name and version of a method
	AsOf     time.Time // date of the data, zero leaves it out
	Lang     Lang      // empty is Bokmal
	Choices  []Choice  // where the figures stand for answers: two or more, evenly apart; empty for numbers
}

func (t Text) texts() Text { return t }

// least leaves the width to whoever asks.
func (t Text) least(*sheet) int { return 0 }

func (t Text) lang() Lang {
	if t.Lang == "" {
		return Bokmal
	}
	return t.Lang
}
