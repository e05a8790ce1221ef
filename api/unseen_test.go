package api_test

import (
	"fmt"
	"maps"
	"net/http"
	"slices"
	"strings"
	"testing"
)

// unseenWord stands in everything that is added and may not be seen.
const unseenWord = "kvitrekling"

// unseenAnswer and unseenFigure are answered and not submitted.
const (
	unseenAnswer = "storsteinen"
	unseenFigure = 98765
)

// hiddenThing is something that is added to the world, with who may find that.
type hiddenThing struct {
	what string
	add  func()
	// seenBy are those who may see it, each with the operations in which: all,
	// where none is named. Everybody else reads on as if nothing had happened.
	seenBy map[string][]string
}

// readers are people with the role whose operations they call.
var readers = map[string]string{"": "", "lia-respondent": "respondent", "lia-admin": "municipality_admin",
	"vika-respondent": "respondent", "moen-respondent": "respondent", "fjell-respondent": "respondent", "coordinator": "coordinator", "council": "council_member",
	"nabo-coordinator": "coordinator", "varme": "supplier", "lys": "supplier", "verifier": "verifier", "admin": "admin"}

// TestWhatIsHiddenLeavesNoTrace reads everything as everybody, adds something that
// few may see, and reads again: for all others each answer is the same, byte by
// byte, in every format, with its totals, hits, matches and figures. It runs on
// SQLite alone: what is hidden is decided by the same queries on both databases,
// and the tests of the rooms run them on both.
func TestWhatIsHiddenLeavesNoTrace(t *testing.T) {
	w := newMatrixWorld(t)
	things := w.hiddenThings()
	views := map[string][]view{}
	for as, role := range readers {
		views[as] = w.views(t, as, role)
		if as != "" {
			w.cookie(as)
		}
	}
	w.unheld = true
	before := w.readAll(views)
	for _, thing := range things {
		thing.add()
		after := w.readAll(views)
		for as := range readers {
			w.compare(t, thing, as, views[as], before[as], after[as])
		}
		before = after
	}
}

// compare holds what somebody reads before and after against what they may see.
func (w *matrixWorld) compare(t *testing.T, thing hiddenThing, as string, views []view, before, after []string) {
	t.Helper()
	in, sees := thing.seenBy[as]
	found := false
	for i, v := range views {
		if before[i] == after[i] {
			continue
		}
		told := len(in) > 0 && (strings.Contains(after[i], unseenAnswer) || strings.Contains(after[i], fmt.Sprint(unseenFigure)))
		if found = true; !sees || told || len(in) > 0 && !slices.Contains(in, v.id) {
			t.Errorf("%s: %s as %q differs afterwards:\n%s\n%s", thing.what, v.path, as, short(before[i]), short(after[i]))
		}
	}
	if sees && !found {
		t.Errorf("%s: %q, who may see it, does not: the comparison is blind", thing.what, as)
	}
}

// view is something that can be read.
type view struct{ id, path string }

// views are all the things that a reader may read, each of them in every form.
func (w *matrixWorld) views(t *testing.T, as, role string) []view {
	t.Helper()
	var list []view
	foreign := replaced(w.own[role], w.foreign, []string{"regionId", "organisationId", "municipality"})
	foreign["region"] = foreign["regionId"]
	for _, op := range matrixOperations(t) {
		if op.method != http.MethodGet || !op.roles["public"] && !op.roles[role] {
			continue
		}
		path := op.call(as, w.ownFor(op, role)).path
		list = append(list, view{op.id, path}, view{op.id, op.call(as, foreign).path})
		switch op.id {
		case "getChart":
			list = append(list, chartViews(path)...)
			list = append(list, view{op.id, path + "&cohort=" + unseenWord})
		case "listNeeds":
			bare, _, _ := strings.Cut(path, "?")
			for _, more := range []string{"", "q=" + unseenWord, "q=klimabudsjett", "sort=newest", "sort=priority&limit=1", "goal=13", "deadlineTo=2026-12-31"} {
				list = append(list, view{op.id, bare + "?" + more})
			}
		case "listIndicators", "searchCPV":
			list = append(list, view{op.id, path + "&q=" + unseenWord}, view{op.id, path + "&q=klima"})
		case "listMatches", "listWorkbenchNeeds", "getRegionStatus", "getMunicipalityStatus", "getIndicatorStatus", "listRounds":
			bare, _, _ := strings.Cut(path, "?")
			list = append(list, view{op.id, bare}, view{op.id, bare + "?cohort=" + unseenWord})
		}
	}
	slices.SortFunc(list, func(a, b view) int { return strings.Compare(a.path, b.path) })
	return slices.Compact(list)
}

// chartViews are all charts of a round, as figures and as files.
func chartViews(path string) []view {
	var list []view
	for _, chart := range chartNames {
		for _, format := range []string{"json", "csv"} {
			one := strings.Replace(path, "/charts/goals", "/charts/"+chart, 1)
			list = append(list, view{"getChart", fmt.Sprintf("%s&indicator=13.2-budget&format=%s", one, format)})
		}
	}
	return append(list, view{"getChart", path + "&format=svg"}, view{"getChart", path + "&format=png"})
}

// readAll gives what each of the readers is told, by a service that has just been
// started: it keeps nothing from before, and nobody has called it too often.
func (w *matrixWorld) readAll(views map[string][]view) map[string][]string {
	w.t.Helper()
	handler, err := newServer(w.t, w.w.db).Handler()
	if err != nil {
		w.t.Fatal(err)
	}
	w.handler = handler
	all := map[string][]string{}
	for _, as := range slices.Sorted(maps.Keys(views)) {
		for _, v := range views[as] {
			_, told := w.told(row{as: as, method: "GET", path: v.path})
			all[as] = append(all[as], told)
		}
	}
	return all
}
