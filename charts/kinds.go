package charts

import "io"

var (
	_ Chart = Bars{}
)

func writeCSV(p picture, t Table, w io.Writer) error {
	var c checker
	p.check(&c)
	if err := c.err(); err != nil {
		return err
	}
	return t.CSV(w)
}

// SVG writes the chart as SVG.
func (b Bars) SVG(w io.Writer, opt Options) error { return renderSVG(b, w, opt) }

// PNG writes the chart as PNG.
func (b Bars) PNG(w io.Writer, opt Options) error { return renderPNG(b, w, opt) }

// CSV writes the table of the chart.
func (b Bars) CSV(w io.Writer) error { return writeCSV(b, b.Table(), w) }
