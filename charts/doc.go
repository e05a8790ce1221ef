// Package charts draws the pictures of the service: figures in, SVG or PNG out.
//
// Every kind (Bars, Columns, HeatTable, Distribution, Strips, Dumbbell, Line,
// Stacked, Multiples, Radar, Map) is one input struct that is a Chart: Write gives
// the same figures, rounded the same way, as a picture in two forms and as CSV;
// Table and Summary give them as a table and in sentences, in Norwegian bokmål,
// Norwegian nynorsk and English.
//
// The drawing code speaks to go-chart's Renderer and so exists once. There are
// two, both our own. SVG, because go-chart's writes text unescaped, writes style
// attributes that a strict content security policy blocks, and knows no title,
// description or text anchor. PNG (bitmap), because go-chart's walks over the
// whole picture for every shape; outlines, strokes and letters are still
// go-chart's, but each is traced once and then stamped, on a palette, and rows
// are packed as they are done.
//
// Kept draws pictures and keeps the latest of them in memory. It finds a picture
// by all the figures and words it is made of, never by who asks.
//
// The package must never read data, know a rule of the domain, fill a gap in a
// series, or draw a missing figure as if it were zero. Numbers that are not
// finite are refused before anything is drawn: no line can be traced to them.
package charts
