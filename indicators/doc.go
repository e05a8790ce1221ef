// Package indicators is for goals, targets and the indicator catalogues, for
// figures from open statistics and from submitted responses, and for the scores
// that a named method makes of them: per indicator, per goal, over the
// municipalities of a region.
//
// Texts and bounds of the common core come from package catalogue, scores from
// package scoring; this package puts them into the tables and reads them back
// as a [View], the matrix of municipalities and indicators as one reader may
// see it.
//
// It must never compute a score other than through package scoring, take a
// missing figure for zero, show one municipality's submitted figure to a reader
// who may not see it, or know of questions, needs or http.
package indicators
