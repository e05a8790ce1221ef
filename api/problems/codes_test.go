package problems_test

import (
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	"loftet/api/problems"
)

// TestEveryCodeHasItsText reads the source of all rooms: each code that a fault
// is made with must have its words in the catalogue, in every language.
func TestEveryCodeHasItsText(t *testing.T) {
	catalogue, err := problems.Load()
	if err != nil {
		t.Fatal(err)
	}
	found := 0
	for _, room := range []string{"api", "internal", "models", "orgs", "indicators", "surveys", "needs", "matching"} {
		inspect(t, room, func(path string, n ast.Node) {
			function, code, ok := faultCode(n)
			if !ok {
				return
			}
			found++
			_, problem := catalogue.Problems[code]
			_, field := catalogue.Fields[code]
			if function == "OnField" && !field || function != "OnField" && !problem {
				t.Errorf("%s: the code %q of fault.%s has no text", path, code, function)
			}
		})
	}
	if found < 50 {
		t.Errorf("only %d codes found: is the search right?", found)
	}
}

// inspect visits every node of the source in a folder of the project, but its tests.
func inspect(t *testing.T, folder string, visit func(path string, n ast.Node)) {
	t.Helper()
	err := filepath.WalkDir(filepath.Join("..", "..", folder), func(path string, entry fs.DirEntry, err error) error {
		if err != nil || entry.IsDir() || !strings.HasSuffix(path, ".go") || strings.HasSuffix(path, "_test.go") {
			return err
		}
		file, err := parser.ParseFile(token.NewFileSet(), path, nil, parser.SkipObjectResolution)
		if err != nil {
			return err
		}
		ast.Inspect(file, func(n ast.Node) bool {
			visit(path, n)
			return true
		})
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
}

// faultCode gives the function of package fault that a node calls, and the code
// where it is written out.
func faultCode(n ast.Node) (function, code string, ok bool) {
	call, isCall := n.(*ast.CallExpr)
	if !isCall {
		return "", "", false
	}
	selector, isSelector := call.Fun.(*ast.SelectorExpr)
	if !isSelector {
		return "", "", false
	}
	if pkg, isName := selector.X.(*ast.Ident); !isName || pkg.Name != "fault" {
		return "", "", false
	}
	at, known := map[string]int{"New": 1, "OnField": 1, "Wrap": 2}[selector.Sel.Name]
	if !known || len(call.Args) <= at {
		return "", "", false
	}
	literal, isLiteral := call.Args[at].(*ast.BasicLit)
	if !isLiteral {
		return "", "", false
	}
	code, err := strconv.Unquote(literal.Value)
	return selector.Sel.Name, code, err == nil
}
