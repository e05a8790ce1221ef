// Package filetype tells what kind a file is by what stands in it, among the few
// kinds that people hand in as evidence. What a file is called counts for nothing,
// but to tell a table of text from other text.
//
// It must never unpack more of a file than it needs to tell its kind, and never
// take a kind in which a browser would run something, such as SVG or HTML.
package filetype
