package charts

import (
	"go/ast"
	"go/parser"
	"go/token"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// kindsDrawn are the types in the source that can draw themselves.
func kindsDrawn(t *testing.T) map[string]bool {
	t.Helper()
	kinds := map[string]bool{}
	files, err := filepath.Glob("*.go")
	if err != nil {
		t.Fatal(err)
	}
	for _, name := range files {
		if strings.HasSuffix(name, "_test.go") {
			continue
		}
		file, err := parser.ParseFile(token.NewFileSet(), name, nil, 0)
		if err != nil {
			t.Fatal(err)
		}
		for _, d := range file.Decls {
			if f, ok := d.(*ast.FuncDecl); ok && f.Recv != nil && f.Name.Name == "draw" {
				if of, ok := f.Recv.List[0].Type.(*ast.Ident); ok && of.IsExported() {
					kinds[of.Name] = true
				}
			}
		}
	}
	return kinds
}

// Every kind of chart has an example, and that has golden files: its words, and
// its picture in light and dark, narrow and as a slide.
func TestEveryKindHasGoldenFiles(t *testing.T) {
	kinds := kindsDrawn(t)
	if len(kinds) < 6 {
		t.Fatalf("only %v found", kinds)
	}
	for name, c := range allExamples() {
		for _, file := range []string{".svg", "-dark.svg", "-narrow.svg", "-slide.svg", ".txt"} {
			if _, err := os.Stat(filepath.Join("testdata", name+file)); err != nil {
				t.Error(err)
			}
		}
		delete(kinds, typeName(c))
	}
	for kind := range kinds {
		t.Errorf("%s has no example", kind)
	}
}

// No golden file is left over from an example that is no more.
func TestNoGoldenFileIsLeftOver(t *testing.T) {
	files, err := filepath.Glob("testdata/*")
	if err != nil || len(files) == 0 {
		t.Fatal(err)
	}
	for _, path := range files {
		name := strings.TrimSuffix(strings.TrimSuffix(filepath.Base(path), ".svg"), ".txt")
		for suffix := range variants {
			if suffix != "" {
				name = strings.TrimSuffix(name, suffix)
			}
		}
		if _, ok := allExamples()[name]; !ok {
			t.Errorf("%s belongs to no example", path)
		}
	}
}
