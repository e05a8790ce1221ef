package xlsform

import (
	"fmt"
	"strconv"
	"strings"

	"loftet/surveys/form"
)

// mostTwice is how many choices of a list may share their names with others.
const mostTwice = 20

// tellApart gives choices that share a name in a filtered list, which
// allow_choice_duplicates allows, names of their own. Expressions see the name that
// they share.
func (r *reader) tellApart() {
	r.twice = make(map[string]map[int]string)
	for _, n := range r.nodes {
		list := n.item.List
		if n.get("choice_filter").text == "" || list == "" || r.twice[list] != nil {
			continue
		}
		apart, taken := make(map[int]string), make(map[string]bool)
		for _, row := range r.lists[list] {
			taken[row.get("name").text] = true
		}
		seen := make(map[string]bool)
		for _, row := range r.lists[list] {
			name := row.get("name").text
			if !seen[name] {
				seen[name] = true
				continue
			}
			own := name
			for i := 2; taken[own]; i++ {
				own = fmt.Sprintf("%s_%d", name, i)
			}
			taken[own], apart[row.place.row] = true, own
		}
		if n.item.Kind == form.ChoiceOf && len(apart) <= mostTwice {
			r.twice[list] = apart
		}
	}
}

// shared is the code of an answer by the name that its choice shares with others.
func (r *reader) shared(list, code string) string {
	var out strings.Builder
	for _, row := range r.lists[list] {
		if own, apart := r.twice[list][row.place.row]; apart {
			out.WriteString(code + " == " + strconv.Quote(own) + " ? " + strconv.Quote(row.get("name").text) + " : ")
		}
	}
	if out.Len() == 0 {
		return code
	}
	return "(" + out.String() + code + ")"
}
