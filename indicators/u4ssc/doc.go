// Package u4ssc knows the codes of the 91 indicators that United for Smart
// Sustainable Cities (U4SSC) asks cities for, and reads them as they are spelt in
// the wild: with and without blanks, with any dash, with the dimension in words.
//
// It must never guess: a text that fits no code or more than one is an error.
package u4ssc
