package xlsform

import (
	"fmt"
	"regexp"
	"strings"

	"loftet/surveys/form"
)

// nameSigns are the signs that ODK's converter takes in a name. It leaves out À to
// Ö by an oversight of its own, and with them names such as Årstall.
const (
	nameStart = `A-Z_a-zØ-öø-˿Ͱ-ͽ\x{37f}-\x{1fff}\x{200c}-\x{200d}\x{2070}-\x{218f}` +
		`\x{2c00}-\x{2fef}\x{3001}-\x{d7ff}\x{f900}-\x{fdcf}\x{fdf0}-\x{fffd}\x{10000}-\x{effff}`
	nameSigns = nameStart + `\-.0-9\x{b7}\x{300}-\x{36f}\x{203f}-\x{2040}`
	ncName    = `[` + nameStart + `][` + nameSigns + `]*`
)

var (
	goodName    = regexp.MustCompile(`^` + ncName + `(:` + ncName + `)?$`)
	unfitInName = regexp.MustCompile(`[^A-Za-z0-9_]`)
)

// fit makes a word that can be a name in an expression.
func fit(word string) string {
	word = unfitInName.ReplaceAllString(word, "_")
	if len(word) > longestName {
		word = word[:longestName]
	}
	if word = strings.TrimLeft(word, "_"); word == "" || word[0] >= '0' && word[0] <= '9' {
		word = "q" + word
	}
	if !form.ValidName(word) {
		word += "_"
	}
	return word
}

// longestName leaves room for what tells names apart.
const longestName = 60

// nameItems gives each item a name that is its own in the whole form and fits in
// an expression. Those that may keep theirs do; the others are as near as can be.
func (r *reader) nameItems() {
	taken := make(map[string]bool)
	free := func(n *node, name string) bool {
		return form.ValidName(name) && !taken[name] && !(n.item.Other && taken[form.OtherName(name)])
	}
	name := func(n *node, name string) {
		n.item.Name, taken[name] = name, true
		if n.item.Other {
			taken[form.OtherName(name)] = true
		}
	}
	for _, n := range r.nodes {
		if n.makesItem() && free(n, n.name) {
			name(n, n.name)
		}
	}
	for _, n := range r.nodes {
		if !n.makesItem() || n.item.Name != "" {
			continue
		}
		near := fit(n.name)
		for i := 2; !free(n, near); i++ {
			near = fmt.Sprintf("%s_%d", fit(n.name), i)
		}
		name(n, near)
		n.item.Original = n.name
	}
	for _, n := range r.nodes {
		if original := n.get("loftet/original").text; original != "" {
			n.item.Original = original
		}
	}
	for _, n := range r.nodes {
		for _, text := range []form.Text{n.item.Label, n.item.Hint, n.item.Message, n.item.RequiredMessage} {
			for language, said := range text {
				text[language] = r.rename(said)
			}
		}
	}
}
