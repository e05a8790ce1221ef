package charts

import "io"

var _ = []Chart{Bars{}, HeatTable{}, Distribution{}, Dumbbell{}, Line{}, Stacked{}}

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

// SVG writes the chart as SVG.
func (h HeatTable) SVG(w io.Writer, opt Options) error { return renderSVG(h, w, opt) }

// PNG writes the chart as PNG.
func (h HeatTable) PNG(w io.Writer, opt Options) error { return renderPNG(h, w, opt) }

// CSV writes the table of the chart.
func (h HeatTable) CSV(w io.Writer) error { return writeCSV(h, h.Table(), w) }

// SVG writes the chart as SVG.
func (d Distribution) SVG(w io.Writer, opt Options) error { return renderSVG(d, w, opt) }

// PNG writes the chart as PNG.
func (d Distribution) PNG(w io.Writer, opt Options) error { return renderPNG(d, w, opt) }

// CSV writes the table of the chart.
func (d Distribution) CSV(w io.Writer) error { return writeCSV(d, d.Table(), w) }

// SVG writes the chart as SVG.
func (d Dumbbell) SVG(w io.Writer, opt Options) error { return renderSVG(d, w, opt) }

// PNG writes the chart as PNG.
func (d Dumbbell) PNG(w io.Writer, opt Options) error { return renderPNG(d, w, opt) }

// CSV writes the table of the chart.
func (d Dumbbell) CSV(w io.Writer) error { return writeCSV(d, d.Table(), w) }

// SVG writes the chart as SVG.
func (l Line) SVG(w io.Writer, opt Options) error { return renderSVG(l, w, opt) }

// PNG writes the chart as PNG.
func (l Line) PNG(w io.Writer, opt Options) error { return renderPNG(l, w, opt) }

// CSV writes the table of the chart.
func (l Line) CSV(w io.Writer) error { return writeCSV(l, l.Table(), w) }

// SVG writes the chart as SVG.
func (k Stacked) SVG(w io.Writer, opt Options) error { return renderSVG(k, w, opt) }

// PNG writes the chart as PNG.
func (k Stacked) PNG(w io.Writer, opt Options) error { return renderPNG(k, w, opt) }

// CSV writes the table of the chart.
func (k Stacked) CSV(w io.Writer) error { return writeCSV(k, k.Table(), w) }
