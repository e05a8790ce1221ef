// Package archtest holds the house in order: which room may import which, where
// gorm may be named, and that every package says what it is for. Its rules are
// plain functions over the list of packages, so that they are tested on made-up
// houses too.
//
// It must never be imported by code that ships, and it must never grow exceptions
// for single files: a rule that is wrong is changed here, for all.
package archtest
