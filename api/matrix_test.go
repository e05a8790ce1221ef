package api_test

import (
	"cmp"
	"fmt"
	"maps"
	"net/http"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/getkin/kin-openapi/openapi3"

	"loftet/api"
	"loftet/internal/dbtest"
	"loftet/internal/pdf/pdftest"
	"loftet/models"
)

// matrixOperation is an operation of the contract with what a call of it needs.
type matrixOperation struct {
	tableRow
	template string          // its path in the contract
	slots    []string        // ids in path, query and body
	inPath   map[string]bool // of which these stand in the path
	stale    bool            // takes If-Match

	query      []string // more that is asked for
	parameters []*openapi3.Parameter
	body       *openapi3.Schema // nil: it takes none
}

// open are records that everybody may see by these ids; the neighbour's too.
var open = map[string][]string{
	"regionId": {"getRegion", "getCasePaper", "getCasePaperPage", "getRegionStatus", "getIndicatorStatus",
		"getOpenDataset", "listOpenDatasets", "getOpenSdg", "listOpenKpis", "getOpenKpis", "listOpenMunicipalities", "getOpenMunicipalities", "getOpenDataByMunicipality", "getOpenDataByYear", "getOpenDataByMunicipalityAndYear", "getOpenDataOfMunicipality"},
	"region":         {"listRounds", "listNeeds", "getMunicipalityStatus", "compareMunicipality", "getChart", "getProvenance", "recomputeNumber", "listPapers"},
	"municipality":   {"listPapers"},
	"organisationId": {"getOrganisation", "getMunicipalityStatus", "compareMunicipality"},
}

// chosen is what an operation needs to be asked for though no single parameter of it
// is required.
var chosen = map[string]string{"compareMunicipality": "indicator=13.2-budget", "getProvenance": "indicator=13.2-budget", "recomputeNumber": "indicator=13.2-budget"}

func matrixOperations(t *testing.T) []matrixOperation {
	t.Helper()
	spec, err := openapi3.NewLoader().LoadFromData(api.Document())
	if err != nil {
		t.Fatal(err)
	}
	named := map[string]tableRow{}
	for _, r := range tableRows(t) {
		named[r.id] = r
	}
	var list []matrixOperation
	for path, item := range spec.Paths.Map() {
		for _, op := range item.Operations() {
			m := matrixOperation{tableRow: named[op.OperationID], template: path, inPath: map[string]bool{}}
			if more := chosen[op.OperationID]; more != "" {
				m.query = append(m.query, more)
			}
			for _, p := range op.Parameters {
				m.parameters = append(m.parameters, p.Value)
				m.stale = m.stale || p.Value.Name == "If-Match"
				if p.Value.In == "query" && p.Value.Required && p.Value.Schema.Value.Format != "uuid" {
					m.query = append(m.query, p.Value.Name+"=x")
				}
				if p.Value.Schema.Value.Format == "uuid" && p.Value.Name != "catalogue" {
					m.slots = append(m.slots, p.Value.Name)
					m.inPath[p.Value.Name] = p.Value.In == "path"
				}
			}
			if op.RequestBody != nil {
				if matrixBodies[m.id] == nil {
					t.Fatalf("matrixBodies lacks %s", m.id)
				}
				if media := op.RequestBody.Value.Content["application/json"]; media != nil {
					m.body = media.Schema.Value
					for name, field := range m.body.Properties {
						if field.Value.Format == "uuid" && name != "catalogueId" && name != "questionnaireVersionId" {
							m.slots = append(m.slots, name)
						}
					}
				}
			}
			list = append(list, m)
		}
	}
	slices.SortFunc(list, func(a, b matrixOperation) int { return strings.Compare(a.id, b.id) })
	return list
}

// answersFile tells whether the operation answers with a file and nothing else: as
// it was handed in, or packed. None of these is ever shown as a page.
func (m matrixOperation) answersFile() bool {
	return slices.Contains([]string{"getAttachment", "getWorkbook", "exportQuestionnaire"}, m.id)
}

// call is the operation on some records.
func (m matrixOperation) call(as string, ids slots) row {
	path := m.template
	query := slices.Clone(m.query)
	for _, slot := range m.slots {
		if m.inPath[slot] {
			path = strings.ReplaceAll(path, "{"+slot+"}", ids[slot])
		} else if matrixBodies[m.id] == nil {
			query = append(query, slot+"="+ids[slot])
		}
	}
	path = strings.NewReplacer("{goal}", "13", "{revision}", "1", "{code}", "13.2-budget", "{chart}", "goals", "{picture}", "1", "{period}", "latest", "{format}", "data.csv", "{codes}", "13.2-budget", "{numbers}", "all", "{years}", "2026", "{level}", "political", "{name}", "has_plan", "{edition}", "1", "{audience}", "public").Replace(path)
	r := row{as: as, method: m.method, path: path + "?" + strings.Join(query, "&"), header: map[string]string{}}
	if body := matrixBodies[m.id]; body != nil {
		r.body = body(ids)
	}
	if m.stale {
		r.header["If-Match"] = cmp.Or(ids["version"], "1")
	}
	return r
}

// ownFor are the ids of a role's own records for the operation.
func (w *matrixWorld) ownFor(op matrixOperation, role string) slots {
	ids := maps.Clone(w.own[role])
	switch {
	case slices.Contains(ofMunicipalities, op.id): // no other kind of organisation has that
		ids["organisationId"] = ids["municipality"]
	case op.id == "recordRoundDecision" && role == "admin": // an agency decides nothing
		ids["organisationId"] = ids["municipality"]
	case op.id == "publishSolution": // one that was sent in
		ids["version"] = "2"
	case op.id == "dismissMatch" && role != "supplier": // nobody else dismisses what is not published
		ids["solutionId"] = w.own["respondent"]["solutionId"]
	}
	return ids
}

// hidden are the slots whose records a role may know of only when they are its own.
func (m matrixOperation) hidden() []string {
	return slices.DeleteFunc(slices.Clone(m.slots), func(slot string) bool { return slices.Contains(open[slot], m.id) })
}

// ofMunicipalities are operations on what no other kind of organisation has.
var ofMunicipalities = []string{"getMunicipalityStatus", "compareMunicipality", "getParticipation", "getParticipationHistory", "inviteMunicipality", "recordOwnDecision", "moveParticipation",
	"setCohort", "getTeam"}

// nowhere is an id for each slot that nothing has.
func nowhere() slots {
	ids := slots{}
	for _, name := range []string{"regionId", "region", "organisationId", "municipality", "membershipId", "roundId", "round",
		"responseId", "attachmentId", "assignmentId", "needId", "solutionId", "solution",
		"decisionId", "teamMemberId", "personId", "fromPersonId", "toPersonId", "questionId", "commentId", "effortId", "judgementId", "questionnaireId", "paperId", "municipalityId"} {
		ids[name] = models.NewID().String()
	}
	return ids
}

// replaced takes some ids from elsewhere.
func replaced(own, elsewhere slots, names []string) slots {
	ids := maps.Clone(own)
	for _, name := range names {
		if ids[name] = elsewhere[name]; ids[name] == "" {
			panic("there is no " + name)
		}
	}
	return ids
}

var requestIDs = regexp.MustCompile(`"requestId":"[^"]*"`)

// told is all that an answer tells, but for what no two answers share.
func (w *matrixWorld) told(r row) (int, string) {
	w.t.Helper()
	res, body := w.harness.call(r)
	for _, own := range []string{"X-Request-Id", "Date"} {
		res.Header.Del(own)
	}
	return res.StatusCode, fmt.Sprint(res.StatusCode, res.Header, requestIDs.ReplaceAllString(body, ""))
}

// TestQuality02And03TheMatrix calls every operation of the contract as every role and as
// nobody: on one's own records, on those of another region, municipality or
// business, and on records that don't exist.
func TestQuality02And03TheMatrix(t *testing.T) {
	dbtest.Each(t, func(t *testing.T, db *models.DB) {
		printer := pdftest.Blank(t)
		theMatrix(t, matrixWorldOn(newHarness(t, db, func(s *api.Server) { s.Printer = printer })))
	})
}

func theMatrix(t *testing.T, w *matrixWorld) {
	t.Helper()
	var operations []matrixOperation
	for _, op := range matrixOperations(t) {
		operations = append(operations, op.everyForm()...)
	}
	w.contentsSignedIn()
	before := w.contents()
	for _, op := range operations {
		for role, actor := range matrixRoles {
			if op.roles["public"] || op.roles[role] {
				w.foreignAsIfNowhere(op, role, actor)
			} else {
				w.shutOut(op, role, actor)
			}
		}
	}
	if changed := differences(before, w.contents()); len(changed) > 0 {
		t.Errorf("refused calls changed %v", changed)
	}
	last := []string{"removeQuestionnaire", "updateSolution", "submitSolution", "signOut", "signOutEverywhere"}
	slices.SortStableFunc(operations, func(a, b matrixOperation) int { return slices.Index(last, a.id) - slices.Index(last, b.id) })
	for _, op := range operations {
		for role, actor := range matrixRoles {
			if op.roles["public"] || op.roles[role] {
				w.letIn(op, role, actor)
			}
		}
	}
}

// contentsSignedIn signs everybody in, which leaves rows.
func (w *matrixWorld) contentsSignedIn() {
	for _, actor := range matrixRoles {
		if actor != "" {
			w.cookie(actor)
		}
	}
}

// shutOut: a role that the table leaves out is refused whatever it asks for.
func (w *matrixWorld) shutOut(op matrixOperation, role, actor string) {
	w.t.Helper()
	want := http.StatusForbidden
	if role == "" {
		want = http.StatusUnauthorized
	}
	for name, ids := range map[string]slots{"own": w.own[role], "foreign": replaced(w.own[role], w.foreign, op.hidden()), "no": nowhere()} {
		if status, answer := w.told(op.call(actor, ids)); status != want {
			w.t.Errorf("%s as %q, %s record: %s, want %d", op.id, role, name, short(answer), want)
		}
	}
}

// foreignAsIfNowhere: a record outside one's reach answers exactly like one that
// does not exist; where it stands in the address that is 404. Each id is tried by
// itself among own ones, then all together.
func (w *matrixWorld) foreignAsIfNowhere(op matrixOperation, role, actor string) {
	w.t.Helper()
	own, hidden, missing := w.ownFor(op, role), op.hidden(), nowhere()
	tries := [][]string{hidden}
	if len(hidden) > 1 {
		for _, slot := range hidden {
			tries = append(tries, []string{slot})
		}
	}
	for _, names := range tries {
		if len(names) == 0 {
			continue
		}
		status, none := w.told(op.call(actor, replaced(own, missing, names)))
		if status != http.StatusNotFound {
			w.t.Errorf("%s as %q with unknown %v: %s", op.id, role, names, short(none))
		}
		if role == "admin" || role == "verifier" { // reach everything
			continue
		}
		if _, foreign := w.told(op.call(actor, replaced(own, w.foreign, names))); foreign != none {
			w.t.Errorf("%s as %q with foreign %v differs from unknown:\n%s\n%s", op.id, role, names, short(foreign), short(none))
		}
	}
}

// otherwise are the statuses that operations answer with which can't succeed
// here: there is no mail, nobody has such a password or link, and no round asks own
// questions.
var otherwise = map[string]int{"saveEntry": 404, "handInFile": 404, "getEntryHistory": 404, "signIn": 401, "setPasswordByLink": 409, "openSection": 409, "requestPasswordReset": 503, "registerBusiness": 503, "invitePerson": 503}

// letIn: a role of the table reads its own records, and is not refused when it
// changes them, though their state may forbid it.
func (w *matrixWorld) letIn(op matrixOperation, role, actor string) {
	w.t.Helper()
	status, answer := w.told(op.call(actor, w.ownFor(op, role)))
	if op.id == "signOut" || op.id == "signOutEverywhere" {
		delete(w.cookies, actor)
	}
	refused := slices.Contains([]int{401, 403, 404}, status) || status >= 500 || op.method == "GET" && status != 200
	if refused && status != otherwise[op.id] {
		w.t.Errorf("%s as %q on its own record: %s", op.id, role, short(answer))
	}
}
