package xlsform_test

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"loftet/surveys/form"
	"loftet/surveys/xlsform"
)

// read reads a form from lines of .csv.
func read(t *testing.T, lines ...string) (form.Form, xlsform.Summary, []xlsform.Warning) {
	t.Helper()
	f, summary, warnings, err := xlsform.Read("some form.csv", []byte(strings.Join(lines, "\n")))
	if err != nil {
		t.Fatal(err)
	}
	return f, summary, warnings
}

// faults are the faults of lines of .csv, each in one line.
func faults(t *testing.T, lines ...string) []string {
	t.Helper()
	_, _, _, err := xlsform.Read("form.csv", []byte(strings.Join(lines, "\n")))
	var found xlsform.Faults
	if err != nil && !errors.As(err, &found) {
		t.Fatal(err)
	}
	var out []string
	for _, f := range found {
		out = append(out, fmt.Sprintf("%s %d %s %s", f.Sheet, f.Row, f.Column, f.Code))
	}
	return out
}

func TestSummaryCountsWhatStandsInTheSheets(t *testing.T) {
	_, got, _ := read(t,
		"survey",
		`,type,name,label::English (en),label::Norsk (nb),relevance,constraint,calculate,required`,
		`,start,start,,,,,,`,
		`,begin group,g,G,G,,,,`,
		`,select one from yn,a,A,A,,,,yes`,
		`,add select multiple prompt using yn,b,B,B,${a} = '1',,,no`,
		`,note,,N,N,"selected(${b}, '2')",,,`,
		`,end group,,,,,,,`,
		`,begin_repeat,r,R,R,,,,`,
		`,int,c,C,C,,. > 0,,${a} = '1'`,
		`,end_repeat,,,,,,,`,
		`,calculate,d,,,,,sum(${c}),`,
		`,decimal,e,,,,,${d} * 2,`,
		"choices", `,list name,name,label::English (en)`, `,yn,1,Yes`, `,yn,2,No`, `,other,3,x`,
		"settings", `,id_string,version`, `,f1,2.0`,
	)
	want := xlsform.Summary{
		FormID: "f1", Version: "2.0", Languages: []string{"English (en)", "Norsk (nb)"}, Questions: 4, Groups: 1, Repeats: 1,
		Relevant: 2, Constraint: 1, Calculate: 2, Required: 2, SelectOne: 1, SelectMultiple: 1, Choices: 3,
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
}

func TestAllFaultsAreToldAtOnce(t *testing.T) {
	got := faults(t,
		"survey",
		`,type,name,label,relevant,calculation,Label`,
		`,text,a,A,${nobody} = 1,,`,
		`,text,a,A,,,`,
		`,text,1a,A,,,`,
		`,select_one nowhere,b,B,,,`,
		`,calculate,c,,,,`,
		`,geopoint,d,D,,,`,
		`,txt,e,E,,,`,
		`,text,f,,,,`,
		`,,g,G,,,`,
		`,end group,,,,,`,
		`,begin repeat,r1,R,,,`,
		`,begin repeat,r2,R,,,`,
		`,integer,h,H,position(..) > 1,,`,
		`,integer,i,I,(${h} > 1,,`,
		`,integer,j,J,${bad name} = 1,,`,
		`,end repeat,,,,,`,
		"choices", `,list_name,name,label`, `,l,x,X`, `,l,x,Y`, `,l,,Z`,
	)
	want := []string{
		"survey 1 Label duplicate_header", "survey 2 relevant unknown_reference", "survey 3 name duplicate_name", "survey 4 name bad_name",
		"survey 5 type unknown_list", "survey 6 calculation missing_calculation", "survey 7 type not_supported", "survey 8 type unknown_type",
		"survey 9 label missing_label", "survey 10 type missing_type", "survey 11 type unbalanced", "survey 12 type unbalanced",
		"survey 13 type not_supported", "survey 14 relevant not_supported", "survey 15 relevant bad_expression",
		"survey 16 relevant unknown_reference", "choices 3 name duplicate_choice", "choices 4 name missing_name",
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
}

func TestFilesThatAreNoForms(t *testing.T) {
	for name, want := range map[string]xlsform.Code{
		"a.xls": xlsform.OldExcel, "a.xlsx": xlsform.Unreadable, "a.docx": xlsform.Unreadable, "a.csv": xlsform.MissingHeader,
	} {
		_, _, _, err := xlsform.Read(name, []byte("sheet,with,nothing,of,use\n"))
		var found xlsform.Faults
		if !errors.As(err, &found) || found[0].Code != want {
			t.Errorf("%s: %v, want %s", name, err, want)
		}
	}
}

func TestNamesFitExpressionsAndAreKept(t *testing.T) {
	f, _, _ := read(t,
		"survey", `,type,name,label,calculation`, `,integer,a-b,A,`, `,integer,a.b,B,`, `,integer,in,You said ${a.b},`, `,calculate,sum,,${a-b} + ${a.b} + ${in}`,
	)
	var got []string
	for _, item := range f.Items {
		got = append(got, item.Name+" "+item.Original)
	}
	if diff := cmp.Diff([]string{"a_b a-b", "a_b_2 a.b", "in_ in", "sum "}, got); diff != "" {
		t.Error(diff)
	}
	if calculate, said := f.Items[3].Calculate, f.Items[2].Label["und"]; calculate != "a_b + a_b_2 + in_" || said != "You said ${a_b_2}" {
		t.Errorf("%s, %s", calculate, said)
	}
}

func TestMetadataIsDroppedWithAWarning(t *testing.T) {
	f, _, warnings := read(t,
		"survey", `,type,name,label,calculation`, `,today,today,,`, `,deviceid,id,,`, `,date,born,B,`,
		`,calculate,age,,int((${today} - ${born}) div 365.25)`, `,calculate,by,,"concat(${id}, 'x')"`,
	)
	if len(f.Items) != 3 || len(warnings) != 2 || warnings[0].Row != 2 || warnings[1].Row != 3 {
		t.Fatalf("%d items, warnings %v", len(f.Items), warnings)
	}
	if got := f.Items[1].Calculate; got != "trunc((days(today()) - days(born)) / 365.25)" {
		t.Error(got)
	}
}

// Real questionnaires, one of them with faults.
func TestRealForms(t *testing.T) {
	folder := os.Getenv("LOFTET_TESTDATA")
	if folder == "" {
		if os.Getenv("CI") == "true" {
			t.Fatal("LOFTET_TESTDATA is not set")
		}
		t.Skip("LOFTET_TESTDATA is not set")
	}
	taken := map[string]bool{"docker_tests_fixtures_testA.xlsx": true, "test_data_simple.xlsx": true}
	files, err := filepath.Glob(filepath.Join(folder, "xlsforms", "*.xlsx"))
	if err != nil || len(files) == 0 {
		t.Fatal(files, err)
	}
	for _, file := range files {
		content, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		f, _, _, err := xlsform.Read(file, content)
		if taken[filepath.Base(file)] != (err == nil) {
			t.Errorf("%s: %v", filepath.Base(file), err)
		}
		if err == nil {
			again(t, filepath.Base(file), f)
		}
	}
}

// again writes a form and reads it back.
func again(t *testing.T, name string, f form.Form) {
	t.Helper()
	content, err := xlsform.Write(f, ".xlsx")
	if err != nil {
		t.Errorf("%s: %v", name, err)
		return
	}
	got, _, _, err := xlsform.Read("form.xlsx", content)
	if diff := cmp.Diff(shown(f), shown(got)); err != nil || diff != "" {
		t.Errorf("%s: %v %s", name, err, diff)
	}
}

// Choices of one name that a filter keeps apart are two, and both are meant by
// their name.
func TestChoicesThatShareAName(t *testing.T) {
	f, _, warnings := read(t,
		"survey", `,type,name,label,choice_filter,relevant`, `,select_one states,state,S,,`, `,select_one counties,county,C,state=${state},`,
		`,select_one cities,city,T,county=${county} and state=${state},${county} = 'king'`,
		"choices", `,list_name,name,label,state,county`, `,states,tx,T,,`, `,states,wa,W,,`, `,counties,king,King,tx,`, `,counties,king,King,wa,`,
		`,cities,dumont,D,tx,king`, `,cities,seattle,S,wa,king`, "settings", ",allow_choice_duplicates", ",yes",
	)
	if got := f.Lists["counties"][1].Name; got != "king_2" || len(warnings) != 1 {
		t.Errorf("%s, %v", got, warnings)
	}
	if got, want := f.Items[2].Visible, `((county == "king_2") ? "king" : county) == "king"`; got != want {
		t.Error(got)
	}
	again(t, "twice", f)
}

// What ODK's converter takes or refuses in single cells.
func TestTakenAndRefusedAsByTheConverter(t *testing.T) {
	for name, c := range map[string]struct {
		lines []string
		want  []string
	}{
		"a lone sign is a text":                      {[]string{`,text,a,${,`}, nil},
		"an operator and the answer without a blank": {[]string{`,integer,a,A,.=0 or.<=${b}`, `,integer,b,B,`}, nil},
		"an unknown function":                        {[]string{`,integer,a,A,cht:age(.) > 1`}, []string{"survey 2 constraint not_supported"}},
	} {
		got := faults(t, append([]string{"survey", ",type,name,label,constraint"}, c.lines...)...)
		if diff := cmp.Diff(c.want, got); diff != "" {
			t.Errorf("%s: %s", name, diff)
		}
	}
	trigger := faults(t, "survey", ",type,name,label,trigger", ",begin group,g,G,", ",text,a,A,", ",end group,,,nobody")
	if diff := cmp.Diff([]string{"survey 4 trigger unknown_reference"}, trigger); diff != "" {
		t.Error(diff)
	}
}

// A form without a question is taken, as ODK's converter takes it, but not in silence.
func TestAFormWithNothingToAnswer(t *testing.T) {
	_, summary, warnings := read(t, "survey", ",type,name,label,calculation", ",begin group,g,G,", ",calculate,c,,1 + 1", ",end group,,,")
	var said []string
	for _, w := range warnings {
		said = append(said, fmt.Sprintf("%s %d %s", w.Sheet, w.Row, w.Sentence.Key))
	}
	if diff := cmp.Diff([]string{"survey 0 no_questions", "survey 2 empty_group"}, said); summary.Questions != 0 || diff != "" {
		t.Error(summary, diff)
	}
}

func TestAFaultIsToldOnce(t *testing.T) {
	got := faults(t, "survey", ",type,name,label,choice_filter", ",select_one l,a,A,name != 'y'", "choices", ",list_name,name,label", ",l,x,X", ",l,x,Y")
	if diff := cmp.Diff([]string{"choices 3 name duplicate_choice"}, got); diff != "" {
		t.Error(diff)
	}
}

// What is too much for a form is said in words of its own, not as of a single text.
func TestFormsThatAreTooLarge(t *testing.T) {
	logic := []string{"survey", ",type,name,label,calculation"}
	for i := range 400 {
		logic = append(logic, fmt.Sprintf(",calculate,c%d,,'%s'", i, strings.Repeat("x", 900)))
	}
	many := []string{"survey", ",type,name,label"}
	for i := range 2100 {
		many = append(many, fmt.Sprintf(",text,q%d,Q", i))
	}
	for key, lines := range map[string][]string{"logic_long": logic, "many_rows": many} {
		_, _, _, err := xlsform.Read("form.csv", []byte(strings.Join(lines, "\n")))
		var found xlsform.Faults
		if !errors.As(err, &found) || len(found) != 1 || found[0].Sentence.Key != key || found[0].Code != xlsform.TooLarge || found[0].Sheet != "survey" {
			t.Errorf("%s: %v", key, err)
		}
	}
}
