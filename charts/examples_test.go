package charts

import (
	"fmt"
	"math"
	"time"
)

// The charts that golden files, PNG tests and benchmarks draw.

func has(n float64, b Band) Value            { return Value{n, Confirmed, b} }
func from(st State, n float64, b Band) Value { return Value{n, st, b} }
func none(st State) Value                    { return Value{State: st} }

var asOf = time.Date(2025, time.October, 1, 0, 0, 0, 0, time.UTC)

func about(title, subtitle, unit, period string, n int) Text {
	return Text{Title: title, Subtitle: subtitle, Unit: unit, Period: period, N: n,
		Source: "Kommunens egne svar og SSB", Licence: "NLOD 2.0", AsOf: asOf, Lang: Bokmal}
}

var goals = []string{"Utrydde fattigdom", "Utrydde sult", "God helse og livskvalitet", "God utdanning",
	"Likestilling mellom kjønnene", "Rent vann og gode sanitærforhold", "Ren energi til alle",
	"Anstendig arbeid og økonomisk vekst", "Industri, innovasjon og infrastruktur", "Mindre ulikhet",
	"Bærekraftige byer og lokalsamfunn", "Ansvarlig forbruk og produksjon", "Stoppe klimaendringene",
	"Livet i havet", "Livet på land", "Fred, rettferdighet og velfungerende institusjoner",
	"Samarbeid for å nå målene"}

var hallingdal = []string{"Flå", "Nesbyen", "Gol", "Hemsedal", "Ål", "Hol"}

func letter(i int) string { return "Kommune " + string(rune('A'+i)) }

func judged(st State, n float64) Value {
	switch {
	case n >= 95:
		return Value{n, st, Achieved}
	case n >= 66:
		return Value{n, st, Near}
	case n >= 33:
		return Value{n, st, Behind}
	}
	return Value{n, st, Far}
}

// allStates is one value of each kind that must look different.
var allStates = []Value{
	has(72, Near), has(0, Far), has(96, Achieved), from(Unconfirmed, 41, Behind), from(Uncertain, 22, Far),
	none(NotAnswered), has(100, Achieved), none(Suppressed), has(55, Behind), none(NoData), from(Unconfirmed, 71, Near),
	from(Uncertain, 97, Achieved), from(Unconfirmed, 12, Far), none(NotApplicable), has(33, Behind), has(66, Near), none(Declined),
}

func bars() Bars {
	b := Bars{Text: about("Hvor langt har kommunen kommet på bærekraftsmålene?", "Poeng per mål i kartleggingsrunden, der 100 er målet nådd", "poeng (0–100)", "2025", 1),
		Rows: "Mål", Max: 100, References: []Reference{{"Regionen", 58}, {"Grønn terskel", 66}}}
	for i, v := range allStates {
		b.Bars = append(b.Bars, Bar{goals[i], i + 1, v})
	}
	return b
}

// turnoutBars has real figures: turnout in the local elections of 2023.
func turnoutBars() Bars {
	b := Bars{Text: about("Flå og Ål har høyest valgdeltakelse", "Deltakelse ved kommunestyrevalget", "prosent", "2023", 6), Rows: "Kommune", Decimals: 1}
	for i, n := range []float64{71.2, 64.9, 59.1, 69.1, 70.5, 65.6} {
		b.Bars = append(b.Bars, Bar{hallingdal[i], 0, from(Confirmed, n, "")})
	}
	return b
}

func balanceBars() Bars {
	b := Bars{Text: about("Netto driftsresultat", "", "prosent av inntektene", "2024", 6), Rows: "Kommune", Decimals: 1, References: []Reference{{"Anbefalt", 1.75}}}
	for i, n := range []float64{-3.2, 1.1, -0.4, 4.8, 0, 2.2} {
		b.Bars = append(b.Bars, Bar{letter(i), 0, has(n, "")})
	}
	b.Text.Lang, b.Text.Title = Nynorsk, "Netto driftsresultat i regionen"
	return b
}

func heat(rows, columns int) HeatTable {
	h := HeatTable{Text: about("Status per kommune og mål", "Poeng i kartleggingsrunden", "poeng (0–100)", "2025", rows), RowsAre: "Kommune"}
	for j := range columns {
		h.Columns = append(h.Columns, HeatColumn{goals[j%17], j%17 + 1})
	}
	for i := range rows {
		r := HeatRow{Label: fmt.Sprintf("Kommune %d", i+1)}
		for j := range columns {
			v := allStates[(i*7+j*3)%len(allStates)]
			if v.State.HasNumber() {
				v = judged(v.State, float64((i*37+j*53)%101))
			}
			r.Values = append(r.Values, v)
		}
		h.Rows = append(h.Rows, r)
	}
	return h
}

func distribution(n int) Distribution {
	d := Distribution{Text: about("Hvordan fordeler valgdeltakelsen seg?", "Deltakelse ved kommunestyrevalget", "prosent", "2023", n),
		UnitsAre: "Kommune", Decimals: 1, Thresholds: []Reference{{"Grønn terskel", 75}, {"Rød terskel", 55}}}
	for i := range n {
		x := float64(i) + 0.5
		v := from(Confirmed, 65+8*math.Sin(x*12.9898)+5*math.Cos(x*78.233), "")
		switch i % 9 {
		case 4:
			v.State = Unconfirmed
		case 8:
			v = none(Suppressed)
		}
		d.Units = append(d.Units, Unit{Label: fmt.Sprintf("Kommune %d", i+1), Value: v})
	}
	if n > 2 {
		d.Units[2] = Unit{"Vår kommune", has(59.1, Behind), true}
	}
	return d
}

func dumbbell() Dumbbell {
	d := Dumbbell{Text: about("Kommunen mot regionen", "Poeng per mål", "poeng (0–100)", "2025", 6), Rows: "Mål", OneName: "Kommunen", OtherName: "regionen", Max: 100}
	for i, v := range allStates[:12] {
		other := has(float64(40+(i*17)%50), "")
		switch i {
		case 4:
			other = none(NoData)
		case 8:
			other = has(v.Number, "")
		}
		d.Pairs = append(d.Pairs, Pair{goals[i], i + 1, v, other})
	}
	return d
}

func line() Line {
	l := Line{Text: about("Sykefraværet har falt i tre av fire kommuner", "Kommunalt ansatte", "prosent", "2016–2025", 4), Decimals: 1,
		References: []Reference{{"Landet", 6.4}}}
	for y := 2016; y <= 2025; y++ {
		l.Years = append(l.Years, y)
	}
	for i, name := range []string{letter(0), letter(1), letter(2), letter(3)} {
		s := Series{Name: name}
		for j := range l.Years {
			v := has(math.Round(10*(5.2+float64(i)*0.9+math.Sin(float64(j*3+i*2))/2-float64(i*j)*0.11))/10, "")
			switch {
			case i == 0 && (j == 3 || j == 4):
				v = none(NotAnswered)
			case i == 1 && j == 6:
				v = none(Suppressed)
			case i == 2 && j == 9:
				v = none(NoData)
			case i == 3 && j > 6:
				v.State = Unconfirmed
			}
			s.Values = append(s.Values, v)
		}
		l.Series = append(l.Series, s)
	}
	return l
}

var progressParts = []string{"Sendt inn", "Påbegynt", "Ikke påbegynt"}

func stacked() Stacked {
	k := Stacked{Text: about("Hvem har svart?", "Spørreskjema per kommune", "skjemaer", "Runde 1, høsten 2025", 6), RowsAre: "Kommune", Parts: progressParts}
	for i, c := range [][]int{{17, 0, 0}, {9, 5, 3}, {0, 0, 17}, {1, 1, 15}, {12, 5, 0}, {0, 0, 0}} {
		k.Rows = append(k.Rows, StackedRow{Label: letter(i), Counts: c})
	}
	return k
}

// examples by the name of their golden file.
func examples() map[string]Chart {
	odd := turnoutBars()
	odd.Text.Title = `</text><script>alert(1)</script> & "merkelapper" som er svært lange ` + "og går over flere linjer fordi ingen har tenkt på at noen skriver en hel setning i en tittel, enda en gang, og en gang til"
	odd.Bars[0].Label = `</text><script>alert(1)</script><image href="https://example.org/x"/>`
	odd.Bars[1].Label = "=HYPERLINK(\"https://example.org\";\"Nesbyen\") med et navn som ikke får plass noe sted på bildet"
	missing := bars()
	missing.Bars = []Bar{{goals[0], 1, none(NoData)}, {goals[1], 2, none(Suppressed)}}
	missing.Text.Lang = English
	return map[string]Chart{
		"bars": bars(), "bars-plain": turnoutBars(), "bars-negative": balanceBars(), "bars-odd-text": odd, "bars-missing": missing,
		"bars-one":   Bars{Text: Text{Title: "One bar", Lang: English}, Bars: []Bar{{"Gol", 0, has(5, Near)}}},
		"bars-equal": Bars{Text: Text{Title: "Like søyler"}, Bars: []Bar{{"Gol", 0, has(5, "")}, {"Hol", 0, has(5, "")}}},
		"bars-empty": Bars{Text: Text{Title: "Ingen svar ennå"}},
		"heat":       heat(6, 17), "heat-empty": HeatTable{Text: Text{Title: "Ingen svar ennå", Lang: Nynorsk}},
		"distribution": distribution(40), "distribution-many": distribution(357), "distribution-one": distribution(1), "distribution-empty": Distribution{Text: Text{Title: "Nothing", Lang: English}, Units: []Unit{{"Gol", none(Declined), true}}},
		"dumbbell": dumbbell(), "dumbbell-empty": Dumbbell{Text: Text{Title: "Ingen mål"}},
		"line": line(), "line-one": Line{Text: Text{Title: "Ett tall"}, Years: []int{2024}, Series: []Series{{"Gol", []Value{has(4, "")}}}},
		"line-missing":         Line{Text: Text{Title: "Bare hull"}, Years: []int{2023, 2024}, Series: []Series{{"Gol", []Value{none(NoData), none(NotAnswered)}}}},
		"distribution-answers": answers(Bokmal, 6), "line-answers": answersOverYears(English),
		"stacked": stacked(), "stacked-empty": Stacked{Text: Text{Title: "Ingen runder"}, Parts: progressParts},
	}
}
