package xlsform

import (
	"fmt"
	"regexp"
	"slices"
	"strings"
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

const nameRule = "A name begins with a letter or _ and goes on with letters, digits, _, - or full stops"

// reserved are words that mean something else in an expression.
var reserved = strings.Fields(`true false null in as break const continue else for function if import let loop package
	namespace return var void while int uint double bool string bytes list map type null_type dyn cel value choice`)

// nameItems gives each item a name that is its own in the whole form and fits in
// an expression. Those that may keep theirs do; the others are as near as can be.
func (r *reader) nameItems() {
	taken := make(map[string]bool)
	for _, word := range reserved {
		taken[word] = true
	}
	named := func(n *node) bool { return !n.dropped && n.parent != nil }
	for _, n := range r.nodes {
		if named(n) && !unfitInName.MatchString(n.name) && !taken[n.name] {
			n.item.Name, taken[n.name] = n.name, true
		}
	}
	for _, n := range r.nodes {
		if named(n) && n.item.Name == "" {
			near := unfitInName.ReplaceAllString(n.name, "_")
			if slices.Contains(reserved, near) {
				near += "_"
			}
			n.item.Name = near
			for i := 2; taken[n.item.Name]; i++ {
				n.item.Name = fmt.Sprintf("%s_%d", near, i)
			}
			n.item.Original, taken[n.item.Name] = n.name, true
		}
	}
}
