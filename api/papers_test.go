package api_test

import (
	"net/http"
	"strings"
	"testing"

	"github.com/google/uuid"

	"loftet/api"
	"loftet/api/contract"
	"loftet/internal/dbtest"
	"loftet/internal/pdf/pdftest"
	"loftet/orgs"
	"loftet/surveys"
)

// closedRound gives a harness with a round that is closed and has figures.
func closedRound(t *testing.T, h *harness) uuid.UUID {
	t.Helper()
	round := withFigures(t, h)
	h.move(round, surveys.RoundClosed)
	return round
}

func (h *harness) move(round uuid.UUID, to surveys.RoundState) {
	h.t.Helper()
	rooms := api.NewRooms(h.w.db, nil, nil, "http://loftet.test")
	if _, err := rooms.Surveys.ChangeRoundState(h.t.Context(), orgs.SystemActor("test"), round, to, ""); err != nil {
		h.t.Fatal(err)
	}
}

func (h *harness) paper(as string, order map[string]any) contract.Paper {
	h.t.Helper()
	var made contract.Paper
	h.must(row{as: as, method: "POST", path: "/papers", body: order}, &made)
	return made
}

func (h *harness) order(round uuid.UUID, language, audience string) map[string]any {
	return map[string]any{"regionId": h.w.testdal, "roundId": round, "language": language, "audience": audience}
}

// TestAPaperHasTheFiguresOfTheStatusPage holds the paper against the answers of the
// API that the pages show, and against its own page.
func TestAPaperHasTheFiguresOfTheStatusPage(t *testing.T) {
	eachDB(t, func(t *testing.T, h *harness) {
		round := closedRound(t, h)
		var region contract.RegionStatus
		h.must(row{as: "coordinator", method: "GET", path: "/status/regions/" + h.w.testdal.String() + "?round=" + round.String()}, &region)
		made := h.paper("coordinator", h.order(round, "nn", "own"))
		if len(made.Goals) != len(region.Goals) {
			t.Fatalf("%d goals, the page has %d", len(made.Goals), len(region.Goals))
		}
		for i, g := range region.Goals {
			if got := made.Goals[i]; got.Goal != g.Goal || got.Units != g.Municipalities || !same(got.Score, g.Mean) {
				t.Errorf("goal %d: %v, the page has %v", g.Goal, got, g)
			}
		}
		order := h.order(round, "nb", "own")
		order["municipalityId"] = h.w.lia
		own := h.paper("lia-respondent", order)
		var status contract.MunicipalityStatus
		h.must(row{as: "lia-respondent", method: "GET", path: "/status/municipalities/" + h.w.lia.String() + "?round=" + round.String()}, &status)
		for i, g := range status.Goals {
			want := g.Cell.Score
			if !g.Cell.Covered {
				want = nil
			}
			if got := own.Goals[i]; !same(got.Score, want) || !same(got.RegionMean, g.RegionMean) {
				t.Errorf("goal %d: %v, the page has %v", g.Cell.Goal, got, g)
			}
		}
		if !strings.Contains(own.Texts.Proposal[0], "vedtar") || !strings.Contains(made.Texts.Proposal[0], "tek kunnskapsgrunnlaget") || strings.Contains(strings.Join(made.Texts.Proposal, " "), "vedtek") {
			t.Errorf("proposals %q %q", made.Texts.Proposal, own.Texts.Proposal)
		}
	})
}

func same(x, y *float64) bool { return x == nil && y == nil || x != nil && y != nil && *x == *y }

func TestAPaperIsWrittenFinishedAndRenewed(t *testing.T) {
	h := onSQLite(t)
	round := closedRound(t, h)
	made := h.paper("coordinator", h.order(round, "nb", "own"))
	at := "/papers/" + made.Info.ID.String()
	texts := made.Texts
	texts.CaseNumber, texts.MeetingOn, texts.Handler = "12/26", "2026-12-01", "Daglig leder"
	method := texts.Sections[len(texts.Sections)-1].Text
	texts.Sections[3].Text, texts.Sections[len(texts.Sections)-1].Text = "Vi vurderer.\n\n- én", "Noe annet"
	var written contract.Paper
	h.must(put(at, "1", texts).by("coordinator"), &written)
	if end := written.Texts.Sections[len(texts.Sections)-1].Text; written.Texts.Sections[3].Text != "Vi vurderer.\n\n- én" || end != method {
		t.Errorf("written %q, method %q", written.Texts.Sections[3].Text, end)
	}
	h.run([]row{
		put(at, "1", texts).by("coordinator").gives(http.StatusPreconditionFailed),
		put(at, "2", texts).by("council").gives(http.StatusForbidden),
		put(at, "2", texts).by("lia-respondent").gives(http.StatusNotFound),
		{as: "", method: "GET", path: at, status: http.StatusNotFound},
		{as: "council", method: "GET", path: at, status: http.StatusOK},
		{as: "coordinator", method: "POST", path: at + "/editions", status: http.StatusConflict},
	})
	state := func(version, to string) row {
		return row{as: "coordinator", method: "POST", path: at + "/state", header: map[string]string{"If-Match": version}, body: map[string]any{"to": to}}
	}
	h.must(state("2", "finished"), nil)
	_, page := h.call(row{as: "council", method: "GET", path: at + "/file"})
	var renewed contract.Paper
	h.must(row{as: "coordinator", method: "POST", path: at + "/editions"}, &renewed)
	if renewed.Info.Edition != 2 || renewed.Texts.CaseNumber != "12/26" || renewed.Info.SeriesID != made.Info.SeriesID {
		t.Errorf("renewed %+v", renewed.Info)
	}
	h.run([]row{
		put(at, "3", texts).by("coordinator").gives(http.StatusConflict),
		state("3", "published").gives(http.StatusConflict),
		{as: "coordinator", method: "DELETE", path: at, status: http.StatusConflict},
		{as: "coordinator", method: "POST", path: at + "/editions", status: http.StatusConflict},
		{as: "coordinator", method: "DELETE", path: "/papers/" + renewed.Info.ID.String(), status: http.StatusNoContent},
	})
	if _, again := h.call(row{as: "council", method: "GET", path: at + "/file"}); again != page || !strings.Contains(page, "12/26") {
		t.Error("the finished paper is another")
	}
	res, document := h.call(row{as: "council", method: "GET", path: at + "/file?format=docx"})
	if res.StatusCode != http.StatusOK || !strings.HasPrefix(document, "PK") {
		t.Errorf("document %d", res.StatusCode)
	}
}

// TestAPaperForEverybodyHoldsNoWithheldFigure looks for a figure that Lia has not
// shown to everybody.
func TestAPaperForEverybodyHoldsNoWithheldFigure(t *testing.T) {
	h := onSQLite(t)
	round := closedRound(t, h)
	h.run([]row{{as: "coordinator", method: "POST", path: "/papers", body: h.order(round, "nb", "public"), status: http.StatusUnprocessableEntity}})
	h.move(round, surveys.RoundFrozen)
	h.move(round, surveys.RoundPublished)
	own, public := h.paper("coordinator", h.order(round, "nb", "own")), h.paper("coordinator", h.order(round, "nb", "public"))
	var seen contract.RegionStatus
	h.must(row{method: "GET", path: "/status/regions/" + h.w.testdal.String() + "?round=" + round.String()}, &seen)
	differs := false
	for i, g := range seen.Goals {
		if !same(public.Goals[i].Score, g.Mean) {
			t.Errorf("goal %d: %v, everybody sees %v", g.Goal, public.Goals[i].Score, g.Mean)
		}
		differs = differs || !same(own.Goals[i].Score, g.Mean)
	}
	if !differs {
		t.Error("nothing is withheld here: the comparison is blind")
	}
	for _, p := range []contract.Paper{own, public} {
		h.must(row{as: "coordinator", method: "POST", path: "/papers/" + p.Info.ID.String() + "/state", header: map[string]string{"If-Match": "1"}, body: map[string]any{"to": "finished"}}, nil)
	}
	publish := func(p contract.Paper, want int) row {
		return row{as: "coordinator", method: "POST", path: "/papers/" + p.Info.ID.String() + "/state", header: map[string]string{"If-Match": "2"}, body: map[string]any{"to": "published"}, status: want}
	}
	at := "/papers/" + public.Info.ID.String()
	h.run([]row{
		{method: "GET", path: at, status: http.StatusNotFound},
		publish(own, http.StatusConflict), publish(public, http.StatusOK),
		{method: "GET", path: at, status: http.StatusOK}, {method: "GET", path: at + "/pictures/1", status: http.StatusOK}, {method: "GET", path: at + "/pictures/9", status: http.StatusNotFound},
		{method: "GET", path: "/papers/" + own.Info.ID.String() + "/file", status: http.StatusNotFound},
	})
}

func TestWhoDecidedWhatOfARound(t *testing.T) {
	h := onSQLite(t)
	round := closedRound(t, h)
	at := "/rounds/" + round.String() + "/decisions"
	say := func(as string, org uuid.UUID, outcome string, public bool, want int) row {
		return put(at+"/"+org.String(), "0", map[string]any{"outcome": outcome, "body": "Kommunestyret", "caseNumber": "3/26", "decidedOn": "2020-01-02", "text": "Slik ble det", "public": public}).by(as).gives(want)
	}
	h.run([]row{
		say("lia-respondent", h.w.lia, "noted", true, http.StatusUnprocessableEntity),
		say("coordinator", h.w.council, "adopted", true, http.StatusUnprocessableEntity),
		say("coordinator", h.w.lia, "adopted", true, http.StatusNotFound),
		say("council", h.w.council, "noted", true, http.StatusForbidden),
		say("coordinator", h.w.council, "noted", true, http.StatusOK),
		say("lia-respondent", h.w.lia, "adopted", true, http.StatusOK),
		say("vika-respondent", h.w.vika, "postponed", false, http.StatusOK),
		say("lia-respondent", h.w.lia, "rejected", true, http.StatusPreconditionFailed),
	})
	recorded := func(as string) (list []string) {
		var d contract.RoundDecisions
		h.must(row{as: as, method: "GET", path: at}, &d)
		for _, x := range d.Items {
			if x.Decision != nil {
				list = append(list, x.Name+" "+string(x.Decision.Outcome))
			}
		}
		return list
	}
	if got := recorded("coordinator"); len(got) != 3 {
		t.Errorf("the council sees %q", got)
	}
	if got := recorded("lia-respondent"); len(got) != 1 {
		t.Errorf("Lia sees %q before the round is published", got)
	}
	if got := recorded(""); len(got) != 0 {
		t.Errorf("everybody sees %q before the round is published", got)
	}
	h.move(round, surveys.RoundFrozen)
	h.move(round, surveys.RoundPublished)
	if got := recorded(""); len(got) != 2 {
		t.Errorf("everybody sees %q", got)
	}
	if _, table := h.call(row{method: "GET", path: "/rounds/" + round.String() + "/decision-table?lang=nn"}); !strings.Contains(table, "vedteke") || strings.Contains(table, "utsett") {
		t.Error(table)
	}
}

// TestAPaperIsPrintedTagged looks for what screen readers need in the PDF of a paper:
// its language, its title, and a tree with headings, cells that head a row or column,
// and pictures.
func TestAPaperIsPrintedTagged(t *testing.T) {
	printer := pdftest.Printer(t)
	h := newHarness(t, dbtest.SQLite(t), func(s *api.Server) { s.Printer = printer })
	made := h.paper("coordinator", h.order(closedRound(t, h), "nn", "own"))
	res, body := h.printed(row{as: "coordinator", method: "GET", path: "/papers/" + made.Info.ID.String() + "/file?format=pdf"})
	if res.StatusCode != http.StatusOK || !strings.HasPrefix(body, "%PDF-") {
		t.Fatalf("%d %.100s", res.StatusCode, body)
	}
	for _, want := range []string{"/StructTreeRoot", "/Marked true", "/Lang (nn)", "/Title <" + inHex(made.Info.Title), "/S /H1", "/S /H2", "/S /H3", "/S /TH", "/S /Figure"} {
		if !strings.Contains(body, want) {
			t.Errorf("the PDF has no %s", want)
		}
	}
}
