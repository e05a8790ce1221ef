package xlsform

import (
	"strings"

	"loftet/surveys/form"
	"loftet/surveys/xlsform/logic"
)

// names are what items are called in a file.
type names struct {
	file  map[string]string // by their names in the questionnaire
	all   map[string]logic.Known
	yesNo string // the list of questions that are answered yes or no
}

func (n names) known(name string) (logic.Known, bool) {
	k, there := n.all[name]
	return k, there
}

// exported chooses the names that items get in a file: those that they came with,
// where these are unmistakable.
func exported(items []form.Item) names {
	n := names{file: make(map[string]string), all: make(map[string]logic.Known), yesNo: "yes_no"}
	often := make(map[string]int)
	lists := make(map[string]bool)
	each(items, func(item *form.Item) {
		often[item.Name]++
		if item.Original != "" {
			often[item.Original]++
		}
		lists[item.List] = true
	})
	for lists[n.yesNo] {
		n.yesNo += "_"
	}
	each(items, func(item *form.Item) {
		n.file[item.Name] = item.Name
		if item.Original != "" && often[item.Original] == 1 && goodName.MatchString(item.Original) && !strings.Contains(item.Original, ":") {
			n.file[item.Name] = item.Original
		}
	})
	n.addAll(items, "")
	return n
}

// addAll makes items known to the translation back to XPath.
func (n names) addAll(items []form.Item, repeat string) {
	for i := range items {
		item := &items[i]
		n.add(item, n.file[item.Name], repeat)
		inner := repeat
		if item.Kind == form.Repeat {
			inner = item.Name
		}
		n.addAll(item.Items, inner)
		if item.Other {
			other := form.Item{Kind: form.ShortText, Name: form.OtherName(item.Name)}
			n.add(&other, n.file[item.Name]+"_other", repeat)
		}
	}
}

func (n names) add(item *form.Item, name, repeat string) {
	k := logic.Known{Is: kinds[item.Kind], Name: name}
	switch item.Kind {
	case form.YesNo:
		k.Choices = []string{"yes", "no"}
	case form.Calculated:
		k.Is = logic.KindOf(item.Calculate, n.known)
	case form.Repeat:
		k.Fields, k.FieldsIs = make(map[string]string), make(map[string]logic.Is)
	case form.Parts:
		k.Fields = make(map[string]string)
		for _, part := range item.Parts {
			k.Fields[part.Name] = name + "_" + part.Name
		}
	}
	n.all[item.Name] = k
	if within, there := n.all[repeat]; there {
		within.Fields[item.Name], within.FieldsIs[item.Name] = name, k.Is
	}
}
