package papers

import (
	"bytes"
	"cmp"
	"embed"
	"fmt"
	"slices"
	"strconv"
	"strings"
	"text/template"

	"loftet/internal/clock"
)

//go:embed texts/*.txt
var textFiles embed.FS

var wordings = template.Must(template.New("").Option("missingkey=error").ParseFS(textFiles, "texts/*.txt"))

// Languages are the forms that papers are written in.
var Languages = []string{"nb", "nn"}

// named is how many of the best, the worst and the most changed are named.
const named = 3

// The goals that the sections on climate and environment, and on public health, are about.
var (
	climateGoals = []int{6, 7, 12, 13, 14, 15}
	healthGoals  = []int{3, 4, 10}
)

// words are figures as they stand in a text.
type words struct {
	Region, Council, Municipality, Round, Method, Sources, MadeOn string
	Members, Submitted, Covered, Asked                            int
	Best, Worst, Up, Down, Weak, Climate, Health, GoalNumbers     string
	Compared, Still, Public, Withheld, MadeUp                     bool
	Challenges                                                    []string
}

// Word writes the texts that a paper begins with. What they say changes with the
// figures. Language is one of Languages.
func Word(language string, f Figures) (Texts, error) {
	name := "region."
	if f.Municipality != "" {
		name = "municipality."
	}
	var out bytes.Buffer
	if err := wordings.ExecuteTemplate(&out, name+language+".txt", f.words()); err != nil {
		return Texts{}, fmt.Errorf("word a paper in %s: %w", language, err)
	}
	t := Texts{Sections: map[Section]string{}, Proposal: []string{}, Attachments: []string{}}
	for _, part := range strings.Split("\n"+out.String(), "\n=== ")[1:] {
		key, text, _ := strings.Cut(part, "\n")
		text = strings.TrimSpace(text)
		switch key {
		case "title":
			t.Title = text
		case "proposal":
			t.Proposal = strings.Split(text, "\n")
		case "attachments":
		default:
			t.Sections[Section(key)] = text
		}
	}
	return t, nil
}

func (f Figures) words() words {
	w := words{Region: line(f.Region), Council: line(f.Council), Municipality: line(f.Municipality), Round: line(f.Round), Method: line(f.Method), Sources: line(f.Sources),
		MadeOn: day(clock.InNorway(f.MadeAt)), Members: f.Members, Submitted: f.Submitted, Asked: len(f.Goals), Compared: f.Compared, Public: f.Public, Withheld: f.Withheld, MadeUp: f.MadeUp}
	var scored, changed []Goal
	var numbers []string
	for _, g := range f.Goals {
		numbers = append(numbers, strconv.Itoa(g.Goal))
		if g.Score == nil {
			continue
		}
		scored = append(scored, g)
		if g.Before != nil {
			changed = append(changed, g)
		}
	}
	w.Covered, w.GoalNumbers = len(scored), list(numbers)
	w.Climate, w.Health = goalsIn(scored, climateGoals), goalsIn(scored, healthGoals)
	slices.SortStableFunc(scored, func(x, y Goal) int { return cmp.Compare(*y.Score, *x.Score) })
	best := min(named, (len(scored)+1)/2) // no goal is among both
	worst := min(named, len(scored)-best)
	w.Best = goalList(scored[:best])
	low := slices.Clone(scored[len(scored)-worst:])
	slices.Reverse(low)
	w.Worst = goalList(low)
	slices.SortStableFunc(changed, func(x, y Goal) int { return cmp.Compare(y.change(), x.change()) })
	w.Up, w.Down, w.Still = moved(changed)
	w.Compared = w.Compared && len(changed) > 0
	var weak []string
	for _, in := range f.Weak {
		weak = append(weak, fmt.Sprintf("%s (%s)", line(in.Name), decimal(in.Score)))
	}
	w.Weak = list(weak)
	for _, c := range f.Challenges {
		w.Challenges = append(w.Challenges, line(c.Name))
	}
	return w
}

// change is how much the score of a goal has risen since the round before.
func (g Goal) change() float64 { return *g.Score - *g.Before }

// moved names the goals that rose and fell the most.
func moved(changed []Goal) (up, down string, still bool) {
	var ups, downs []string
	for i := range changed {
		if g := changed[i]; signed(g.change()) != "0" && g.change() > 0 && len(ups) < named {
			ups = append(ups, fmt.Sprintf("mål %d (%s)", g.Goal, signed(g.change())))
		}
		if g := changed[len(changed)-1-i]; signed(g.change()) != "0" && g.change() < 0 && len(downs) < named {
			downs = append(downs, fmt.Sprintf("mål %d (%s)", g.Goal, signed(g.change())))
		}
	}
	return list(ups), list(downs), len(changed) > 0 && len(ups)+len(downs) == 0
}

func goalsIn(scored []Goal, about []int) string {
	return goalList(slices.DeleteFunc(slices.Clone(scored), func(g Goal) bool { return !slices.Contains(about, g.Goal) }))
}

func goalList(goals []Goal) string {
	var items []string
	for _, g := range goals {
		items = append(items, fmt.Sprintf("mål %d %s (%s poeng)", g.Goal, line(g.Name), decimal(*g.Score)))
	}
	return list(items)
}
