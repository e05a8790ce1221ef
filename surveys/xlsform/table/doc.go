// Package table is for reading a file of sheets, .xlsx or .csv, into rows of text:
// what stands in the cells, and where. Sizes are limited before anything is
// unpacked.
//
// It must never know what a sheet or column means, or let a file of a few
// kilobytes fill the memory.
package table
