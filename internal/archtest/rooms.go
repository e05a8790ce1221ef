package archtest

import (
	"fmt"
	"slices"
	"strings"
)

// module is the path of the module whose house this is.
const module = "loftet"

// floors lists the rooms from the outside in. A room may import every room on a
// later floor and none on its own or an earlier one.
var floors = [][]string{
	{"proof"},
	{"cmd"},
	{"demo"},
	{"api"},
	{"programmes", "learning", "plans"},
	{"matching", "papers"},
	{"needs"},
	{"surveys"},
	{"indicators"},
	{"orgs"},
	{"models"},
	{"internal"},
}

// asides are the rooms beside the floors, with the own rooms that they may import
// and the rooms that may import them.
var asides = map[string]struct{ mayImport, importedBy []string }{
	// Series in, picture out: the domain is not known to it. Drawing is measured by
	// itself too.
	"charts": {mayImport: []string{"internal"}, importedBy: []string{"api", "cmd", "proof"}},
	// The built pages, embedded; the server hands them out.
	"frontend": {importedBy: []string{"api", "cmd"}},
}

// testHelp are the packages that tests alone may import; they may import models
// although they lie in internal.
var testHelp = []string{"loftet/internal/dbtest", "loftet/internal/archtest", "loftet/internal/pdf/pdftest"}

// pkg is one package of the module: its path, what its own files import, what its
// tests import besides, and whether it has a package comment.
type pkg struct {
	path        string
	imports     []string
	testImports []string
	documented  bool
	// gormFiles are the names of its files, tests left out, that import gorm.
	gormFiles []string
	// wireFiles are the names of its files that have struct tags for JSON.
	wireFiles []string
}

// room is the top-level folder that a package of the module lies in, "" for any
// other package.
func room(path string) string {
	rest, ours := strings.CutPrefix(path, module+"/")
	if !ours {
		return ""
	}
	name, _, _ := strings.Cut(rest, "/")
	return name
}

// floor is the place of a room, counted from the outside; -1 when it has none.
func floor(room string) int {
	return slices.IndexFunc(floors, func(rooms []string) bool { return slices.Contains(rooms, room) })
}

// faults checks the packages against the house and gives one line per break.
func faults(packages []pkg) []string {
	var found []string
	report := func(format string, args ...any) { found = append(found, fmt.Sprintf(format, args...)) }
	for _, p := range packages {
		own := room(p.path)
		if _, aside := asides[own]; !aside && floor(own) < 0 {
			report("%s: no room of the house is called %q", p.path, own)
			continue
		}
		if !p.documented {
			report("%s: doc.go with a package comment is missing: what is it for, what must it never do?", p.path)
		}
		if own != "models" && p.path != "loftet/internal/jobs" && p.path != "loftet/internal/dbtest" {
			for _, file := range p.gormFiles {
				if !strings.HasPrefix(file, "store") {
					report("%s: %s names gorm, which belongs to models and store*.go files", p.path, file)
				}
			}
		}
		if own == "models" {
			for _, file := range p.wireFiles {
				report("%s: %s names its fields for JSON, but tables are not what goes over the wire", p.path, file)
			}
		}
		for _, to := range p.imports {
			if why := forbidden(p.path, to); why != "" {
				report("%s must not import %s: %s", p.path, to, why)
			}
		}
		for _, to := range p.testImports {
			if slices.Contains(testHelp, to) || slices.Contains(testHelp, p.path) {
				continue
			}
			// dbtest hands the tests of internal a database, which is a models.DB
			if own == "internal" && room(to) == "models" {
				continue
			}
			if why := forbidden(p.path, to); why != "" {
				report("%s must not import %s in its tests: %s", p.path, to, why)
			}
		}
	}
	return found
}

// forbidden says why one package may not import another, "" when it may. Packages
// of one room may import each other.
func forbidden(from, to string) string {
	source, target := room(from), room(to)
	if target == "" {
		return ""
	}
	if slices.Contains(testHelp, to) {
		return "it is for tests alone"
	}
	if source == target {
		return ""
	}
	if aside, ok := asides[source]; ok {
		if slices.Contains(aside.mayImport, target) {
			return ""
		}
		return source + " stands beside the house and does not know this room"
	}
	if aside, ok := asides[target]; ok {
		if slices.Contains(aside.importedBy, source) {
			return ""
		}
		return target + " is used by " + strings.Join(aside.importedBy, " and ") + " alone"
	}
	if slices.Contains(testHelp, from) && target == "models" {
		return ""
	}
	if floor(target) <= floor(source) {
		return "imports go from the outside in, and " + target + " lies no further in than " + source
	}
	return ""
}
