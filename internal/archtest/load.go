package archtest

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
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
		gorm, err := filesImporting(l.Dir, l.GoFiles, "gorm.io/")
		if err != nil {
			return nil, err
		}
		packages = append(packages, pkg{
			path:        l.ImportPath,
			imports:     l.Imports,
			testImports: append(l.TestImports, l.XTestImports...),
			documented:  l.Doc != "" || len(l.GoFiles) == 0,
			gormFiles:   gorm,
		})
	}
}

// filesImporting gives the names of those files whose imports begin with prefix.
func filesImporting(dir string, files []string, prefix string) ([]string, error) {
	var found []string
	for _, name := range files {
		file, err := parser.ParseFile(token.NewFileSet(), filepath.Join(dir, name), nil, parser.ImportsOnly)
		if err != nil {
			return nil, fmt.Errorf("read imports of %s: %w", name, err)
		}
		for _, spec := range file.Imports {
			if strings.HasPrefix(strings.Trim(spec.Path.Value, `"`), prefix) {
				found = append(found, name)
				break
			}
		}
	}
	return found, nil
}
