// Package sources is for the way from an indicator to the table of a statistics
// bureau that has its figures: which table, which variable names the municipality,
// which codes. The way is data ([Core] is the one that comes along, an operator may
// give another), and what a bank answers becomes rows as a file would give them.
//
// It must never guess a code that nobody has seen, take a table whose variables are
// not those that the mapping names, or turn what is missing into a figure.
package sources
