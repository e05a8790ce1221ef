package surveys

import (
	"strings"
	"testing"

	"loftet/indicators/resultset"
	"loftet/internal/csvtable"
)

func TestFromSet(t *testing.T) {
	source := func(name, text string) csvtable.Source {
		return csvtable.Source{Name: name, Reader: strings.NewReader(text)}
	}
	set, report := resultset.Read(
		source("codebook.csv", "code,goal,target,name,unit,source,year,lower,optimum,green,red\nlate,3,Target 3.6,Late,%,Bureau,2018,40,0,10,30\nearly,1,,Early,index,Bureau,2017,0.1,0.9,,\nunused,1,,U,,,2017,0,1,,\n"),
		source("values.csv", "entity,name,early,late\n10,Ten,0.5,\n20,Twenty,0.25,12\n"))
	if !report.OK() {
		t.Fatal(report.Faults)
	}
	in := FromSet(set, "Cities", "US", "", "sdsn", 0)
	if in.Year != 2018 || in.Source != "Cities 2018" || len(in.Definitions) != 2 || len(in.Units) != 2 {
		t.Fatalf("%+v", in)
	}
	early, late := in.Definitions[0], in.Definitions[1]
	if early.Code != "early" || early.Direction != "higher" || early.Decimals != 3 || early.Basis != "published" || early.Green != nil {
		t.Errorf("%+v", early)
	}
	if late.Goal != 3 || late.Target != "3.6" || late.Direction != "lower" || late.Decimals != 1 || *late.Red != 30 || late.Owner != "Bureau" {
		t.Errorf("%+v", late)
	}
	if _, there := in.Units[0].Values["late"]; there || in.Units[1].Values["late"] != (PublishedValue{12, 2018}) || in.Units[0].Name != "Ten" {
		t.Errorf("%+v", in.Units)
	}
	if dated := FromSet(set, "Cities 2018", "US", "", "sdsn", 0); dated.Source != "Cities 2018" {
		t.Errorf("cited as %s", dated.Source)
	}
	if given := FromSet(set, "Cities", "US", "The index", "sdsn", 2020); given.Year != 2020 || given.Source != "The index" {
		t.Errorf("%d %s", given.Year, given.Source)
	}
}
