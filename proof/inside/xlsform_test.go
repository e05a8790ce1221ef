package inside_test

import (
	"testing"

	"loftet/proof/stand"
	"loftet/surveys/xlsform"
)

// BenchmarkImportXLSForm reads a large questionnaire.
func BenchmarkImportXLSForm(b *testing.B) {
	content := stand.LargeForm()
	b.ReportAllocs()
	for b.Loop() {
		f, summary, _, err := xlsform.Read("large.csv", content)
		if err != nil {
			b.Fatal(err)
		}
		if len(f.Items) != stand.LargeQuestions || summary.Relevant != stand.LargeConditions {
			b.Fatalf("%d items, %d conditions", len(f.Items), summary.Relevant)
		}
	}
}
