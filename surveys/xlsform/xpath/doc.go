// Package xpath is for the expressions of XLSForm: XPath 1.0 as ODK uses it, with
// ${name} for an answer. It reads them into trees and writes trees.
//
// It must never know what a name stands for, or need more than its ration of
// nesting to read a text.
package xpath
