package scorefile_test

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"loftet/indicators/scorefile"
	"loftet/internal/csvtable"
)

func source(name, text string) csvtable.Source {
	return csvtable.Source{Name: name, Reader: strings.NewReader(text)}
}

func read(specs, values string) (scorefile.Data, csvtable.Findings) {
	return scorefile.Read(scorefile.Files{Specs: source("specs.csv", specs), Values: source("values.csv", values)})
}

func text(faults []csvtable.Fault) string {
	var lines []string
	for _, f := range faults {
		lines = append(lines, f.String())
	}
	return strings.Join(lines, "\n")
}

const specs = "code,goal,lower,optimum,green,red\nup,1,0,100,80,40\ndown,2,50,0,10,\n"

func TestReadListsAllFaultsOfAllFiles(t *testing.T) {
	regions := source("regions.csv", "entity,region\na,north\na,south\nb,\n")
	_, found := scorefile.Read(scorefile.Files{
		Specs: source("specs.csv", `code,goal,lower,optimum,green,red,yellow
good,1,0,100,80,40,
same,2,7,7,,,
good,3,0,1,,,
,4,0,1,,,
many,18,,x,nan,"1,5",
huge,1,0,1e999,,,
=cmd(),1,0,1,,,
far,1,0,1,0.5,0.2
`),
		Values: source("values.csv", "\uFEFFentity,code,year,value\r\n"+
			"a,good,2020,1\r\n"+
			"a,good,2020,2\r\n"+
			"b,godo,2020,3\r\n"+
			"b,same,20,\"4,5\"\r\n"+
			",good,2020,inf\r\n"+
			"c,good,2020,\r\n"+
			"\xe6,good,2020,1\r\n"), Regions: &regions})
	want := `specs.csv:3: same: optimum: lower and optimum are equal, so no score can be computed
specs.csv:4: good: the code stands already in line 2
specs.csv:5: the field code is blank
specs.csv:6: many: goal: "18" is not the number of a goal, 1 to 17
specs.csv:6: many: lower: the number is missing
specs.csv:6: many: optimum: "x" is not a number; leave the field blank where the value is missing
specs.csv:6: many: green: "nan" is not a finite number; leave the field blank where the value is missing
specs.csv:6: many: red: "1,5" has a decimal comma; write 1.5
specs.csv:7: huge: optimum: "1e999" is not a finite number
specs.csv:8: code: "=cmd()" begins with a character that a spreadsheet takes for a formula
specs.csv:9: the line has 6 fields where the header has 7 fields
values.csv:3: a, good, 2020 stands already in line 2
values.csv:4: the code "godo" is not in specs.csv
values.csv:5: "20" is not a year of four digits
values.csv:5: "4,5" has a decimal comma; write 4.5
values.csv:6: the field entity is blank
values.csv:6: "inf" is not a finite number; leave the field blank where the value is missing
values.csv:7: c has no region in regions.csv
values.csv:8: the text is not UTF-8; save the file as "CSV UTF-8"
regions.csv:3: a stands already in line 2
regions.csv:4: the field region is blank`
	if diff := cmp.Diff(want, text(found.Faults)); diff != "" {
		t.Error(diff)
	}
}

func TestReadWarnsOfWhatIsDoubtful(t *testing.T) {
	regions := source("regions.csv", "entity,region\na,n\nb,n\nz,n\n")
	_, found := scorefile.Read(scorefile.Files{
		Specs:  source("specs.csv", "code;goal;lower;optimum;green;red;note\nout;1;0;1;2;0;\nswapped;2;0;1;0.2;0.8;\nunused;3;0;1;;;\n"),
		Values: source("values.csv", "entity,code,year,value\na,out,2020,0\na,swapped,2020,1\nb,out,2020,\na,unused,2020,\n"), Regions: &regions})
	if !found.OK() {
		t.Fatal(text(found.Faults))
	}
	want := `specs.csv:1: the column "note" is not used
specs.csv:2: out: green: the threshold lies outside lower and optimum; the indicator gets a score but no colour
specs.csv:3: swapped: red: red is better than green; the indicator gets a score but no colour
specs.csv:4: unused has no value in values.csv
values.csv:4: b has no value at all
regions.csv:4: z has no row in values.csv`
	if diff := cmp.Diff(want, text(found.Warnings)); diff != "" {
		t.Error(diff)
	}
}

func TestReadRefusesFilesWithoutRowsOrColumns(t *testing.T) {
	for name, row := range map[string]struct{ specs, values, want string }{
		"no specs":  {"code,goal,lower,optimum,green,red\n", "entity,code,year,value\na,b,2020,1\n", "specs.csv:1: there is no indicator below the header"},
		"no values": {specs, "entity,code,year,value\n", "values.csv:1: there is no value below the header"},
		"no column": {"code,goal,lower,green,red\nup,1,0,1,2\n", "entity,code,year,value\na,b,2020,1\n",
			`specs.csv:1: the column "optimum" is missing; the header has code, goal, lower, green, red`},
	} {
		t.Run(name, func(t *testing.T) {
			if _, found := read(row.specs, row.values); text(found.Faults) != row.want {
				t.Errorf("got %s\nwant %s", text(found.Faults), row.want)
			}
		})
	}
}

func FuzzRead(f *testing.F) {
	f.Add(specs, "entity,code,year,value\na,up,2020,1\n", "entity,region\na,n\n")
	f.Add("\xef\xbb\xbfcode;goal;lower;optimum;green;red;yellow\r\nx;17;0;1;1;0;0.5", "entity,code,year,value\n\"a\",x,2020,", "entity\tregion\na\tn")
	f.Fuzz(func(t *testing.T, specs, values, regions string) {
		third := source("r", regions)
		data, found := scorefile.Read(scorefile.Files{Specs: source("s", specs), Values: source("v", values), Regions: &third})
		for _, fault := range found.Faults {
			if fault.Reason == "" || fault.File == "" {
				t.Fatalf("unexplained fault %+v", fault)
			}
		}
		if !found.OK() {
			return
		}
		for _, years := range []scorefile.Years{scorefile.Latest, scorefile.Each} {
			checkRange(t, data, years)
		}
	})
}

func TestOptionalColumnsAreRead(t *testing.T) {
	_, found := read("Code;Goal;Lower Bound;Optimum (= 100);Green threshold;Red threshold;Basket;Group;Target;Factor;First;Last\n"+
		"up;1;0;100;80;40;Colour;OECD;;;;\nbad;1;0;100;80;40;all;;;2;20;\nback;1;0;100;80;40;;;;1;2018;2017\n",
		"entity,code,year,value\na,up,2020,10\n")
	want := `specs.csv:3: bad: first: "20" is not a year of four digits
specs.csv:4: back: last: the last year of the trend is not after the first`
	if diff := cmp.Diff(want, text(found.Faults)); diff != "" {
		t.Error(diff)
	}
	_, found = read("code,goal,lower,optimum,green,red,basket,group,factor\nup,1,0,100,80,40,colour,OECD,\nbad,1,0,100,80,40,all,,\nmore,1,0,100,,,,,2\n",
		"entity,code,year,value\na,up,2020,10\n")
	want = `specs.csv:3: bad: basket: the basket is neither score, colour nor both
specs.csv:4: more: factor: the factor is not above 0 and at most 1`
	if diff := cmp.Diff(want, text(found.Faults)); diff != "" {
		t.Error(diff)
	}
}
