// Package opendata writes what the public may see of a region in forms that other
// programs read: JSON-stat 2.0 (https://json-stat.org/full/), CSV described by CSVW
// (https://www.w3.org/TR/tabular-data-primer/), and the CSV of Open SDG
// (https://open-sdg.readthedocs.io/en/latest/data-format/).
//
// It must never decide what may be shown, round a number, work out a sum, or turn
// the reason why a figure is missing into a number or into silence. It writes what
// it is given, each time the same bytes.
package opendata
