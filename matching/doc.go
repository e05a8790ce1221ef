// Package matching is for what businesses offer and how it meets what
// municipalities need: solutions and their way to publication, matches with
// their reasons, and dismissals.
//
// A match is a suggestion and no assessment of a tender. The package must never
// rank by payment, take a dismissal into the score, show one side what the other
// has dismissed, or show a solution that is not published to anyone but its
// business and those who publish it.
package matching
