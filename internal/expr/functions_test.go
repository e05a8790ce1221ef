package expr

import (
	"os"
	"strings"
	"testing"
)

// TestEveryFunctionIsTold holds the list in the documentation to the library.
func TestEveryFunctionIsTold(t *testing.T) {
	text, err := os.ReadFile("../../docs/questionnaires.md")
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range Functions {
		arguments, _, _ := strings.Cut(f.Takes, " →")
		if !strings.Contains(string(text), "`"+f.Name+arguments+"` | "+f.About) {
			t.Errorf("docs/questionnaires.md does not tell of %s%s", f.Name, arguments)
		}
	}
}
