// Package papers keeps the papers by which the results of a round are put before a
// regional council or a municipality: figures and pictures as they were when the paper
// was made, texts that people edit, and what the bodies then decided.
//
// It must never work out a figure of its own, change a figure or picture of a paper,
// change a finished paper, or let what a regional council said count as the decision
// of a municipality.
package papers
