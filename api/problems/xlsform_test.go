package problems_test

import (
	"go/ast"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"testing"

	"loftet/api/problems"
	"loftet/internal/fault"
	"loftet/surveys/xlsform/said"
)

// TestEverySentenceAboutAnXLSFormHasItsWords reads the sentences from the source: each is
// told by texts of its own, which name no more values than it has, and no text is left
// over.
func TestEverySentenceAboutAnXLSFormHasItsWords(t *testing.T) {
	catalogue, err := problems.Load()
	if err != nil {
		t.Fatal(err)
	}
	place, used := regexp.MustCompile(`\{(\d+)\}`), make(map[string]bool)
	eachSentence(t, func(key, english string, values int) {
		texts, there := catalogue.Sentences[key]
		used[key] = true
		if !there {
			t.Errorf("there are no words for %s, %q with %d values", key, english, values)
		}
		for _, text := range []string{texts.NB, texts.NN} {
			for _, found := range place.FindAllStringSubmatch(text, -1) {
				if at, _ := strconv.Atoi(found[1]); at > values {
					t.Errorf("%s has %d values: %s", key, values, text)
				}
			}
		}
	})
	for key := range catalogue.Sentences {
		if !used[key] {
			t.Errorf("nothing is said with %s", key)
		}
	}
	if len(used) < 100 {
		t.Errorf("only %d sentences found: is the search right?", len(used))
	}
}

// A sentence in a sentence is told in the reader's language too.
func TestPartsOfSentencesAreInTheReadersLanguage(t *testing.T) {
	catalogue, err := problems.Load()
	if err != nil {
		t.Fatal(err)
	}
	meant := said.As("meant", " Is %s meant?", "integer")
	for _, c := range []struct{ language, text, want string }{
		{"nb", "intger", "Det finnes ingen type «intger». Mente du integer?"},
		{"nn", "{2}", "Det finst ingen type «{2}». Meinte du integer?"},
		{"en", "intger", `There is no type "intger". Is integer meant?`},
	} {
		if got := catalogue.Message(said.As("no_type", "There is no type %q.%s", c.text, meant).Message(), c.language); got != c.want {
			t.Errorf("%s: %s", c.language, got)
		}
	}
	if got := catalogue.Message(fault.Field{Code: "email", Text: "xlsform_a_question"}, "nb"); got != "spørsmålet" {
		t.Error(got)
	}
}

// eachSentence finds the calls with which sentences about forms are made.
func eachSentence(t *testing.T, visit func(key, english string, values int)) {
	t.Helper()
	makers := []string{"As", "fault", "warn", "note", "refuse", "fail", "unreadable", "cannot"}
	inspect(t, filepath.Join("surveys", "xlsform"), func(path string, n ast.Node) {
		call, is := n.(*ast.CallExpr)
		if !is || !slices.Contains(makers, called(call)) {
			return
		}
		at := slices.IndexFunc(call.Args, func(arg ast.Expr) bool { _, written := arg.(*ast.BasicLit); return written })
		if at < 0 { // one that hands on
			return
		}
		key, err := strconv.Unquote(call.Args[at].(*ast.BasicLit).Value)
		if err != nil || at+1 == len(call.Args) {
			t.Errorf("%s: a sentence without a key", path)
			return
		}
		english := ""
		if literal, written := call.Args[at+1].(*ast.BasicLit); written {
			english = literal.Value
		}
		visit(key, english, len(call.Args)-at-2)
	})
}

// called is the name of the function that is called.
func called(call *ast.CallExpr) string {
	switch function := call.Fun.(type) {
	case *ast.Ident:
		return function.Name
	case *ast.SelectorExpr:
		return function.Sel.Name
	}
	return ""
}
