package u4ssc

import (
	"strings"
	"sync"
)

// Code is the code of an indicator of U4SSC. The zero Code is none.
type Code struct {
	Dimension, SubDimension, Category, Number string
}

// String gives the one form that a code is kept in: "EC: ICT: ICT: 1C".
func (c Code) String() string {
	return strings.Join([]string{c.Dimension, c.SubDimension, c.Category, c.Number}, ": ")
}

// Core tells whether the indicator is one that every city answers; the others are
// advanced.
func (c Code) Core() bool { return strings.HasSuffix(c.Number, "C") }

// category is a branch of the tree of codes. Words are what the dimension, the
// sub-dimension and the category are called in place of their letters, without
// blanks and signs.
type category struct {
	dimension, subDimension, category string
	numbers                           string
	words                             [3][]string
}

var (
	economy     = []string{"economy"}
	environment = []string{"environment"}
	society     = []string{"societyandculture", "society", "societyculture"}
	ict         = []string{"ict", "informationandcommunicationtechnology"}
	products    = []string{"productivity"}
	structure   = []string{"infrastructure"}
	energy      = []string{"energy"}
	learning    = []string{"educationhealthandculture", "educationhealthculture"}
	safety      = []string{"safetyhousingandsocialinclusion", "safetyhousingsocialinclusion"}
	water       = []string{"waterandsanitation", "watersanitation", "water"}
	power       = []string{"electricitysupply", "electricity"}
	transport   = []string{"transport"}
	waste       = []string{"waste", "solidwaste"}
)

// tree is from "Collection Methodology for Key Performance Indicators for Smart
// Sustainable Cities" (U4SSC, 2017): 45 of economy, 17 of environment and 29 of
// society and culture.
var tree = []category{
	{"EC", "ICT", "ICT", "1C 2C 3C 4C 5A", [3][]string{economy, ict, {"ictinfrastructure", "ict"}}},
	{"EC", "ICT", "WS", "1C 2A", [3][]string{economy, ict, append([]string{"waterict"}, water...)}},
	{"EC", "ICT", "D", "1A", [3][]string{economy, ict, {"drainage"}}},
	{"EC", "ICT", "ES", "1C 2A 3A", [3][]string{economy, ict, append([]string{"electricityict"}, power...)}},
	{"EC", "ICT", "T", "1C 2C 3A", [3][]string{economy, ict, append([]string{"transportict"}, transport...)}},
	{"EC", "ICT", "PS", "1A 2A 3A", [3][]string{economy, ict, {"publicsector"}}},
	{"EC", "P", "IN", "1C 2C 3A", [3][]string{economy, products, {"innovation"}}},
	{"EC", "P", "EM", "1C 2C 3A 4A", [3][]string{economy, products, {"employment"}}},
	{"EC", "I", "WS", "1C 2C 3C 4C 5C", [3][]string{economy, structure, water}},
	{"EC", "I", "WA", "1C", [3][]string{economy, structure, waste}},
	{"EC", "I", "ES", "1C 2C 3C", [3][]string{economy, structure, power}},
	{"EC", "I", "T", "1C 2A 3C 4A 5A 6A 7A 8A", [3][]string{economy, structure, transport}},
	{"EC", "I", "B", "1A 2A", [3][]string{economy, structure, {"buildings"}}},
	{"EC", "I", "UP", "1A 2A", [3][]string{economy, structure, {"urbanplanning"}}},
	{"EN", "EN", "AQ", "1C 2C", [3][]string{environment, environment, {"airquality", "air"}}},
	{"EN", "EN", "WS", "1C 2C 3C 4C", [3][]string{environment, environment, water}},
	{"EN", "EN", "WA", "1C", [3][]string{environment, environment, waste}},
	{"EN", "EN", "EQ", "1C 2A", [3][]string{environment, environment, {"environmentalquality", "quality"}}},
	{"EN", "EN", "PSN", "1C 2A 3A 4A", [3][]string{environment, environment, {"publicspaceandnature", "publicspacesandnature", "publicspace"}}},
	{"EN", "E", "E", "1C 2C 3C 4A", [3][]string{environment, energy, energy}},
	{"SC", "EH", "ED", "1C 2C 3C 4C", [3][]string{society, learning, {"education"}}},
	{"SC", "EH", "H", "1C 2C 3C 4A 5A 6A", [3][]string{society, learning, {"health"}}},
	{"SC", "EH", "C", "1C 2A", [3][]string{society, learning, {"culture"}}},
	{"SC", "SH", "HO", "1C 2A", [3][]string{society, safety, {"housing"}}},
	{"SC", "SH", "SI", "1C 2C 3C 4C 5A", [3][]string{society, safety, {"socialinclusion"}}},
	{"SC", "SH", "SA", "1C 2C 3A 4A 5A 6C 7C 8C 9C", [3][]string{society, safety, {"safety"}}},
	{"SC", "SH", "FS", "1A", [3][]string{society, safety, {"foodsecurity", "food"}}},
}

// All gives the 91 codes in the order of the list.
func All() []Code {
	var all []Code
	for _, c := range tree {
		for _, number := range strings.Fields(c.numbers) {
			all = append(all, Code{c.dimension, c.subDimension, c.category, number})
		}
	}
	return all
}

// spellings finds the codes by what is left of a text without blanks and signs. One
// that stands for several, such as "ecwater1c", has them all.
var spellings = sync.OnceValue(func() map[string][]Code {
	found := map[string][]Code{}
	for _, c := range tree {
		for _, number := range strings.Fields(c.numbers) {
			code := Code{c.dimension, c.subDimension, c.category, number}
			for text := range c.spelt() {
				text += strings.ToLower(number)
				found[text] = append(found[text], code)
			}
		}
	}
	return found
})

// spelt gives the ways to write a category: each of its three parts by its letters or
// in words, and the sub-dimension also left out where it is in words.
func (c category) spelt() map[string]bool {
	ways := map[string]bool{}
	letters := [3]string{strings.ToLower(c.dimension), strings.ToLower(c.subDimension), strings.ToLower(c.category)}
	for _, dimension := range append(c.words[0], letters[0]) {
		for _, category := range append(c.words[2], letters[2]) {
			for _, sub := range append(c.words[1], letters[1]) {
				ways[dimension+sub+category] = true
			}
		}
		for _, category := range c.words[2] {
			ways[dimension+category] = true
		}
	}
	return ways
}
