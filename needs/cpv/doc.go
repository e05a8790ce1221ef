// Package cpv is for the common procurement vocabulary (CPV 2008), in which
// needs and solutions name what is bought: the form of its codes, how near two
// codes are, and the official list with its labels.
//
// It must never make up a label: labels come from an imported list, and are
// empty without one.
package cpv
