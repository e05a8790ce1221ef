package charts

import (
	"math"
	"testing"
)

func TestFormat(t *testing.T) {
	for _, c := range []struct {
		value    float64
		decimals int
		lang     Lang
		want     string
	}{
		{0, 0, Bokmal, "0"},
		{-0.04, 1, Bokmal, "0,0"},
		{-3.25, 1, Bokmal, "\u22123,3"},
		{67.35, 1, Bokmal, "67,4"},
		{2.675, 2, Nynorsk, "2,68"},
		{62.5, 0, English, "63"},
		{-0.5, 0, English, "\u22121"},
		{9.995, 2, Bokmal, "10,00"},
		{0.45, 1, Bokmal, "0,5"},
		{0.4499, 1, Bokmal, "0,4"},
		{1234567.891, 2, Nynorsk, "1\u00a0234\u00a0567,89"},
		{1234567.891, 2, English, "1,234,567.89"},
		{999.5, 0, English, "1,000"},
		{-1000, 0, Bokmal, "\u22121\u00a0000"},
		{1e300, 1, Bokmal, "1,0e300"},
		{-2.5e15, 1, English, "\u22122.5e15"},
		{math.NaN(), 1, Bokmal, ""},
		{math.Inf(1), 1, Bokmal, ""},
	} {
		if got := Format(c.value, c.decimals, c.lang); got != c.want {
			t.Errorf("Format(%v, %d, %s) = %q, want %q", c.value, c.decimals, c.lang, got, c.want)
		}
	}
}

func TestRoundIsWhatFormatShows(t *testing.T) {
	for _, v := range []float64{2.675, 1.005, -0.5, 0.45, 99.95, 1e14 + 0.5} {
		if got, want := Format(Round(v, 1), 1, English), Format(v, 1, English); got != want {
			t.Errorf("%v: %s, then %s", v, want, got)
		}
	}
	if math.Signbit(Round(-0.01, 1)) {
		t.Error("minus zero")
	}
}

func TestDateAndList(t *testing.T) {
	for lang, want := range map[Lang]string{Bokmal: "1. oktober 2025", Nynorsk: "1. oktober 2025", English: "1 October 2025"} {
		if got := date(asOf, lang); got != want {
			t.Errorf("%s: %q", lang, got)
		}
	}
	if got := list([]string{"Flå", "Gol", "Hol"}, Nynorsk); got != "Flå, Gol og Hol" {
		t.Error(got)
	}
	if got := list(nil, English); got != "" {
		t.Error(got)
	}
}

func TestWrapAndCut(t *testing.T) {
	text := "Fred, rettferdighet og velfungerende institusjoner"
	for _, width := range []int{40, 90, 200, 1000} {
		for lines := 1; lines < 4; lines++ {
			got := wrap(text, 14, width, lines)
			if len(got) > lines {
				t.Errorf("%d lines, want %d at most", len(got), lines)
			}
			for _, l := range got {
				if room(l, 14) > width {
					t.Errorf("%q is %d wide, want %d", l, room(l, 14), width)
				}
			}
		}
	}
	if got := wrap(text, 14, 1000, 2); len(got) != 1 || got[0] != text {
		t.Errorf("%q", got)
	}
	if got := cut("Nesbyen", 14, 30); got == "Nesbyen" || []rune(got)[len([]rune(got))-1] != '…' {
		t.Errorf("%q", got)
	}
}

func TestClean(t *testing.T) {
	if got := clean("  a\x00b\n\tc \u202egnp\u2066 \xff "); got != "a b c gnp \ufffd" {
		t.Errorf("%q", got)
	}
}

func TestFontHasOurLetters(t *testing.T) {
	f, err := roboto()
	if err != nil {
		t.Fatal(err)
	}
	for _, r := range "æøåÆØÅäöüõžščķļņģāēīūėęąų×−–…·≈²³₂«»“”" + nbsp {
		if f.Index(r) == 0 {
			t.Errorf("the font lacks %c", r)
		}
	}
}
