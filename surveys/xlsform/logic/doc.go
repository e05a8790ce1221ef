// Package logic is for turning the conditions and calculations of XLSForm into
// those of a questionnaire, and back: XPath, in which an answer that is missing is
// an empty text or no number, and the language of internal/expr, in which it is
// null and most of what is worked out of it has no result.
//
// It must never translate into something that says another thing of a missing
// answer, or know of sheets and cells.
package logic
