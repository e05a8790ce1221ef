package inside_test

import (
	"fmt"
	"strings"
	"testing"

	"loftet/surveys/xlsform"
)

// largeForm is a form of 485 questions with 420 conditions, as .csv.
func largeForm() []byte {
	var out strings.Builder
	out.WriteString("survey\n,type,name,label::nb,label::en,relevant,constraint,calculation\n")
	for i := range 485 {
		kind, relevant, constraint := "integer", "", ". >= 0 and . <= 1000"
		if i%3 == 1 {
			kind, constraint = "select_one yn", ""
		}
		if i >= 65 {
			relevant = fmt.Sprintf(`"${q%d} > %d and not(${q%d} = '1' or selected(${q%d}, '2')) or ${q%d} = ''"`,
				i/3*3-30, i%7, i/3*3-29, i/3*3-26, i/3*3-18)
		}
		fmt.Fprintf(&out, ",%s,q%d,Spørsmål %d,Question %d,%s,%s,\n", kind, i, i, i, relevant, constraint)
	}
	out.WriteString("choices\n,list_name,name,label::nb,label::en\n,yn,1,Ja,Yes\n,yn,2,Nei,No\nsettings\n,form_id\n,large\n")
	return []byte(out.String())
}

// BenchmarkImportXLSForm reads a form of 485 questions with 420 conditions.
func BenchmarkImportXLSForm(b *testing.B) {
	content := largeForm()
	b.ReportAllocs()
	for b.Loop() {
		f, summary, _, err := xlsform.Read("large.csv", content)
		if err != nil {
			b.Fatal(err)
		}
		if len(f.Items) != 485 || summary.Relevant != 420 {
			b.Fatalf("%d items, %d conditions", len(f.Items), summary.Relevant)
		}
	}
}
