// Package workbook is the questionnaire of a response as a spreadsheet that is filled
// in elsewhere and read back. Each row knows what stood in it when it was taken, so
// that only what somebody changed is read, wherever rows were moved to.
//
// It must never save anything, nor trust what it reads: sizes are limited before
// anything is unpacked, and each cell that can't be read is a fault with its place.
package workbook
