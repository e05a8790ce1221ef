package charts

import (
	"fmt"
	"maps"
	"math"
	"strings"
)

var latvian = []string{"Dienvidkurzemes novads", "Augšdaugavas novada pašvaldība", "Rēzekne"}

func columns() Columns {
	c := Columns{Text: about("Hvor mange svarte i hver runde?", "Andel av spørsmålene", "prosent", "2023–2025", 6), GroupsAre: "Kommune", Names: []string{"2023", "2025"}, Max: 100,
		References: []Reference{{"Regionen", 58}, {"Målet for 2025", 80}}}
	for i, name := range hallingdal {
		c.Groups = append(c.Groups, Group{name, 0, []Value{allStates[(i*5)%17], allStates[(i*3+1)%17]}})
		for j := range c.Groups[i].Values {
			c.Groups[i].Values[j].Band = ""
		}
	}
	return c
}

func columnsLong() Columns {
	c := columns()
	for i, name := range append(latvian, "Šiaulių rajono savivaldybės administracija", longName, "Ål") {
		c.Groups[i].Label = name
	}
	return c
}

func columnsPlain() Columns {
	c := Columns{Text: about("Poeng per kommune", "Mål 13", "poeng (0–100)", "2025", 6), GroupsAre: "Kommune", Names: []string{"Poeng"}, Max: 100, References: []Reference{{"Medianen", 61}}}
	for i, name := range append(latvian, "Ål", "Hol", "Nord-Aurdal") {
		c.Groups = append(c.Groups, Group{name, 0, []Value{allStates[i]}})
	}
	c.Text.Method = "us-cities 1.2"
	return c
}

func columnsBelowZero() Columns {
	c := columnsPlain()
	for i, n := range []float64{-3.2, 1.1, -0.4, 4.8, 0, 1e-9} {
		c.Groups[i].Values[0] = has(n, bands[i%4])
	}
	c.Max, c.Decimals, c.References, c.Text.Lang = 0, 1, nil, English
	return c
}

// air has a limit in law and the nation beside the stations.
func air() Line {
	l := Line{Text: about("Svevestøv: ligger målestasjonene under grensen?", "Årsmiddel av PM10", "µg/m³", "2019–2025", 2), Decimals: 1, FromZero: true,
		Targets: []Reference{{"Grenseverdien i forskriften", 20}}, References: []Reference{{"Luftkvalitetskriteriet", 15}}}
	series := []Series{{Name: "Danmarks plass"}, {Name: "Loddefjord"}, {Name: "Landet"}}
	for i := range 7 {
		l.Years = append(l.Years, 2019+i)
		for j := range series {
			v := has(17+3*math.Sin(float64(i+j*2))-float64(j)*2-float64(i)/2, "")
			if j == 1 && i == 3 {
				v = none(NoData)
			}
			series[j].Values = append(series[j].Values, v)
		}
	}
	l.Series, l.Beside = series[:2], series[2:]
	return l
}

func strips() Strips {
	c := Strips{Text: about("Hvor ligger kommunen på hvert mål?", "Hver prikk er en kommune", "poeng (0–100)", "2025", 60), RowsAre: "Mål", OwnName: "Gol", Max: 100}
	for i, name := range goals {
		row := Strip{Label: name, Goal: i + 1, Own: allStates[i]}
		for j := range 60 {
			v := has(math.Round(50+35*math.Sin(float64(j*7+i*3))+10*math.Cos(float64(j))), "")
			switch j % 12 {
			case 5:
				v.State = Unconfirmed
			case 11:
				v = none(NotAnswered)
			}
			row.Values = append(row.Values, v)
		}
		if i == 5 {
			row.Values = row.Values[:2]
		}
		c.Strips = append(c.Strips, row)
	}
	return c
}

func multiples(points int) Multiples {
	m := Multiples{Text: about("Mål for mål i alle kommunene", "Poeng per mål", "poeng (0–100)", "2025", points), PanelsAre: "Mål", Own: 2, Max: 100}
	table := heat(17, points)
	for i := range points {
		m.Points = append(m.Points, hallingdal[i%6]+strings.Repeat("I", i/6))
	}
	for i, row := range table.Rows {
		m.Panels = append(m.Panels, Panel{goals[i], i + 1, row.Values})
	}
	return m
}

func radar() Radar {
	r := Radar{dumbbell()}
	r.OneName, r.OtherName = "Gol", "snittet i Hallingdal"
	return r
}

func moreExamples() map[string]Chart {
	rounds := multiples(3)
	rounds.Points, rounds.Own, rounds.Text.Lang = []string{"2021", "2023", "2025"}, 0, English
	few := radar()
	few.Pairs = []Pair{{latvian[0], 0, has(-5, Near), has(3, "")}, {latvian[1], 0, has(7, Far), none(NoData)}, {longName, 0, none(Withheld), has(9, "")}}
	few.Max = 0

	strange := columns()
	strange.Groups, strange.Names = []Group{{"Gol", 0, []Value{has(5, Near)}}}, strange.Names[:1]
	equal := columnsPlain()
	for i := range equal.Groups {
		equal.Groups[i].Values[0] = has(5, "")
	}
	return map[string]Chart{
		"columns": columns(), "columns-long": columnsLong(), "columns-plain": columnsPlain(), "columns-negative": columnsBelowZero(),
		"columns-one": strange, "columns-equal": equal, "columns-empty": Columns{Text: Text{Title: "Ingen svar ennå"}, Names: []string{"a"}},
		"line-target": air(),
		"radar":       radar(), "radar-few": few, "radar-empty": Radar{},
		"map": country(5, 4, 20), "map-empty": Map{Text: Text{Title: "Ingen grenser"}},
		"multiples": multiples(6), "multiples-many": multiples(MaxPoints - 13), "multiples-rounds": rounds, "multiples-empty": Multiples{Text: Text{Title: "Ingen mål"}},
		"strips": strips(), "strips-empty": Strips{Text: Text{Title: "Ingen mål"}},
		"strips-nobody": Strips{Text: Text{Title: "Nothing", Lang: English}, Strips: []Strip{{goals[0], 1, []Value{none(NoData)}, Value{}}}},
	}
}

func typeName(c Chart) string {
	return strings.TrimPrefix(fmt.Sprintf("%T", c), "charts.")
}

func allExamples() map[string]Chart {
	all := examples()
	maps.Copy(all, moreExamples())
	return all
}
