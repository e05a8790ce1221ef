package archtest

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"go/ast"
	"go/parser"
	"go/token"
	"io"
	"os/exec"
	"path/filepath"
	"strings"
)

// listed is what the go command tells about a package.
type listed struct {
	ImportPath, Dir, Doc string
	GoFiles              []string
	Imports              []string
	TestImports          []string
	XTestImports         []string
}

// load lists every package of the module that has Go files, as the go command sees
// them from the folder root.
func load(root string) ([]pkg, error) {
	list := exec.CommandContext(context.Background(), "go", "list", "-e", "-json=ImportPath,Dir,Doc,GoFiles,Imports,TestImports,XTestImports", "./...")
	list.Dir = root
	output, err := list.Output()
	if err != nil {
		return nil, fmt.Errorf("list packages: %w", err)
	}
	var packages []pkg
	decoder := json.NewDecoder(strings.NewReader(string(output)))
	for {
		var l listed
		switch err := decoder.Decode(&l); {
		case errors.Is(err, io.EOF):
			return packages, nil
		case err != nil:
			return nil, fmt.Errorf("read the list of packages: %w", err)
		}
		p := pkg{
			path:        l.ImportPath,
			imports:     l.Imports,
			testImports: append(l.TestImports, l.XTestImports...),
			documented:  l.Doc != "" || len(l.GoFiles) == 0,
		}
		for _, name := range l.GoFiles {
			if err := p.read(l.Dir, name); err != nil {
				return nil, err
			}
		}
		packages = append(packages, p)
	}
}

// read notes what only the text of a file tells: gorm among its imports, struct
// tags for JSON.
func (p *pkg) read(dir, name string) error {
	file, err := parser.ParseFile(token.NewFileSet(), filepath.Join(dir, name), nil, parser.SkipObjectResolution)
	if err != nil {
		return fmt.Errorf("read %s: %w", name, err)
	}
	for _, spec := range file.Imports {
		if strings.HasPrefix(strings.Trim(spec.Path.Value, `"`), "gorm.io/") {
			p.gormFiles = append(p.gormFiles, name)
			break
		}
	}
	tagged := false
	ast.Inspect(file, func(node ast.Node) bool {
		if field, ok := node.(*ast.Field); ok && field.Tag != nil {
			tagged = tagged || strings.Contains(field.Tag.Value, `json:"`)
		}
		return !tagged
	})
	if tagged {
		p.wireFiles = append(p.wireFiles, name)
	}
	return nil
}
