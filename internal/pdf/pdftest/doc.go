// Package pdftest finds the browser that tests print with. It is for tests alone.
//
// It must never be skipped in CI.
package pdftest
