package api

import (
	"fmt"

	"loftet/charts"
)

// strips show where the municipalities lie on each goal, and where the one does.
func (b *chartBuilder) strips() (charts.Chart, charts.Text) {
	c := charts.Strips{RowsAre: b.words.goal, Max: 100, Decimals: scoreDecimals}
	c.Text = b.goalText(b.words.stripsTitle, b.words.stripsSubtitle)
	if b.municipality != nil {
		c.OwnName = b.municipality.Name
	}
	for _, goal := range goalsAsked(b.View) {
		row := charts.Strip{Label: b.goalName(goal), Goal: goal}
		for _, m := range b.Members {
			v := chartGoal(b.goalOf(m.ID, goal))
			row.Values = append(row.Values, v)
			if b.municipality != nil && m.ID == b.municipality.ID {
				row.Own = v
			}
		}
		c.Strips = append(c.Strips, row)
	}
	return c, c.Text
}

// multiples show all municipalities for each goal in a picture of its own.
func (b *chartBuilder) multiples() (charts.Chart, charts.Text) {
	c := charts.Multiples{PanelsAre: b.words.goal, Max: 100, Decimals: scoreDecimals}
	c.Text = b.goalText(b.words.multiplesTitle, b.words.scoreSubtitle)
	for i, m := range b.Members {
		c.Points = append(c.Points, m.Name)
		if b.municipality != nil && m.ID == b.municipality.ID {
			c.Own = i + 1
		}
	}
	for _, goal := range goalsAsked(b.View) {
		panel := charts.Panel{Label: b.goalName(goal), Goal: goal}
		for _, m := range b.Members {
			panel.Values = append(panel.Values, chartGoal(b.goalOf(m.ID, goal)))
		}
		c.Panels = append(c.Panels, panel)
	}
	return c, c.Text
}

// radar shows the comparison as a shape, for those who ask for it.
func (b *chartBuilder) radar() (charts.Chart, charts.Text) {
	c := charts.Radar{Dumbbell: b.pairs()}
	return c, c.Text
}

// goalText is around charts of the goals of all municipalities.
func (b *chartBuilder) goalText(title, subtitle string) charts.Text {
	return b.text(fmt.Sprintf(title, b.region()), subtitle, b.words.points, b.scored(), nil)
}

// bars show one indicator over the municipalities, in alphabetical order: it is
// no league table.
func (b *chartBuilder) bars() (charts.Chart, charts.Text) {
	in := *b.one
	c := charts.Columns{GroupsAre: b.words.municipality, Names: []string{say(in.Name, b.lang)}, Decimals: in.Decimals}
	var values []float64
	for _, m := range b.Members {
		cell := b.Cell(m.ID, in.ID)
		if cell.Value != nil {
			values = append(values, *cell.Value)
		}
		c.Groups = append(c.Groups, charts.Group{Label: m.Name, Values: []charts.Value{chartValue(cell)}})
	}
	c.References, _ = b.thresholds(in, values)
	c.Text = b.text(fmt.Sprintf(b.words.barsTitle, say(in.Name, b.lang), b.region()), b.words.barsSubtitle, say(in.Unit, b.lang), len(values), &in)
	return c, c.Text
}
