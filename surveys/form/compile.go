package form

import (
	"cmp"
	"maps"
	"slices"

	"loftet/internal/expr"
	"loftet/internal/fault"
)

// Compiled is a form that can be asked. It never changes and can be asked by many
// at once.
type Compiled struct {
	form  Form
	nodes []*node // in the order of the document
	named map[string]*node
	order []*node // each after what its value depends on

	labels  map[string]map[string]string         // what choices are called, by list and name
	places  map[string]map[string]int            // where they stand in their list
	records map[string]map[string]map[string]any // what filters look at
}

func compare(a, b string) int { return cmp.Compare(a, b) }

// Compile checks a form and makes it ready to be asked. Its expressions may be
// written in any way that internal/expr takes; [Compiled.Form] has them as they
// are stored. The faults say all that must be mended, each with the path in the
// document and the name of its item, those of expressions with line, column and
// offset; the form can be asked only when there are none.
func Compile(f Form) (*Compiled, []fault.Field) {
	f.Items = slices.Clone(f.Items)
	c := &Compiled{form: f, named: map[string]*node{}}
	tree(f.Items, "items", nil, nil, &c.nodes)
	found := checkForm(f, c.nodes)
	if len(found) > 0 {
		return nil, found // expressions would be told wrongly of what they refer to
	}
	for i, n := range c.nodes {
		n.at = i
		c.named[n.item.Name] = n
	}
	calculated, found := c.settleCalculations()
	if len(found) > 0 {
		return nil, found
	}
	for _, n := range c.nodes {
		n.is = n.settle(calculated)
	}
	w := writer{Compiled: c, scopes: map[scopeKey]*expr.Scope{}}
	for _, n := range c.nodes {
		w.item(n)
	}
	if len(w.found) > 0 {
		return nil, w.found
	}
	if found := c.sort(); len(found) > 0 {
		return nil, found
	}
	c.index()
	return c, nil
}

// Form gives the form with its expressions as they are stored.
func (c *Compiled) Form() Form { return c.form }

// Goals gives the goals that something is asked about, 0 among them for what is
// asked for all together, in their order.
func (c *Compiled) Goals() []int {
	var goals []int
	for _, n := range c.nodes {
		if goal := n.goal(); !slices.Contains(goals, goal) {
			goals = append(goals, goal)
		}
	}
	slices.Sort(goals)
	return goals
}

// Item gives an item by its name, with the goal it stands under and the repeat that
// it is asked in, nil for none.
func (c *Compiled) Item(name string) (item *Item, goal int, repeat *Item, known bool) {
	n, known := c.named[name]
	if !known {
		return nil, 0, nil, false
	}
	if n.row != nil {
		repeat = n.row.item
	}
	return n.item, n.goal(), repeat, true
}

// Items gives all items, those in groups and the texts of "other" too, in the order of
// the document.
func (c *Compiled) Items() []*Item {
	all := make([]*Item, len(c.nodes))
	for i, n := range c.nodes {
		all[i] = n.item
	}
	return all
}

// Around gives the groups, and the repeat, that an item stands in, the outermost
// first; nothing for a name that the form does not have.
func (c *Compiled) Around(name string) (around []*Item) {
	n, known := c.named[name]
	for known && n.within != nil {
		n = n.within
		around = slices.Insert(around, 0, n.item)
	}
	return around
}

// Path gives where an item stands in the document, such as items.2.items.0; empty for
// one that is not there.
func (c *Compiled) Path(name string) string {
	if n, known := c.named[name]; known {
		return n.path
	}
	return ""
}

// Repeats names the repeats of a form, in their order.
func (c *Compiled) Repeats() []string {
	var names []string
	for _, n := range c.nodes {
		if n.item.Kind == Repeat {
			names = append(names, n.item.Name)
		}
	}
	return names
}

// index makes what is looked up of the lists.
func (c *Compiled) index() {
	c.labels, c.places = map[string]map[string]string{}, map[string]map[string]int{}
	c.records = map[string]map[string]map[string]any{}
	for list, choices := range c.form.Lists {
		labels, places, records := map[string]string{}, map[string]int{}, map[string]map[string]any{}
		attributes := attributesOf(choices)
		for i, choice := range choices {
			labels[choice.Name], places[choice.Name] = choice.Label.In(c.form.Languages), i
			record := map[string]any{"name": choice.Name}
			for _, attribute := range attributes {
				record[attribute] = nil
				if v := choice.Attributes[attribute]; v != "" {
					record[attribute] = v
				}
			}
			records[choice.Name] = record
		}
		c.labels[list], c.places[list], c.records[list] = labels, places, records
	}
}

// In gives the text in the first of the languages that it is there in; else in any,
// always the same.
func (t Text) In(languages []string) string {
	for _, language := range languages {
		if said := t[language]; said != "" {
			return said
		}
	}
	for _, language := range slices.Sorted(maps.Keys(t)) {
		if said := t[language]; said != "" {
			return said
		}
	}
	return ""
}
