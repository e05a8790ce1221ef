package stand

import (
	"fmt"
	"strings"
)

// What the largest questionnaire known has.
const (
	LargeQuestions  = 485
	LargeConditions = 420
)

// LargeForm is such a questionnaire as XLSForm, .csv.
func LargeForm() []byte {
	var out strings.Builder
	out.WriteString("survey\n,type,name,label::nb,label::en,relevant,constraint\n")
	for i := range LargeQuestions {
		kind, relevant, constraint := "integer", "", ". >= 0 and . <= 1000"
		if i%3 == 1 {
			kind, constraint = "select_one yn", ""
		}
		if i >= LargeQuestions-LargeConditions {
			at := i / 3 * 3
			relevant = fmt.Sprintf(`"${q%d} > %d and not(${q%d} = '1' or selected(${q%d}, '2')) or ${q%d} = ''"`,
				at-30, i%7, at-29, at-26, at-18)
		}
		_, _ = fmt.Fprintf(&out, ",%s,q%d,Spørsmål %d,Question %d,%s,%s\n", kind, i, i, i, relevant, constraint)
	}
	out.WriteString("choices\n,list_name,name,label::nb,label::en\n,yn,1,Ja,Yes\n,yn,2,Nei,No\nsettings\n,form_id\n,large\n")
	return []byte(out.String())
}

// LargeAnswers are one response to it, as the browser keeps and sends it: every fifth
// question is not answered.
func LargeAnswers() map[string]any {
	answers := map[string]any{}
	for i := range LargeQuestions {
		switch {
		case i%5 == 4:
		case i%3 == 1:
			answers[fmt.Sprintf("q%d", i)] = []string{"1", "2"}[i%2]
		default:
			answers[fmt.Sprintf("q%d", i)] = float64(i * 7 % 1000)
		}
	}
	return answers
}
