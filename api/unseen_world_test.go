package api_test

import (
	"github.com/google/uuid"

	"loftet/api/contract"
	"loftet/models"
)

// hiddenThings prepares the world, and gives what is then added to it, one after
// the other.
func (w *matrixWorld) hiddenThings() []hiddenThing {
	w.t.Helper()
	everything := []string{}
	bench := "/workbench/needs/" + w.own["coordinator"]["needId"]
	council := map[string][]string{"coordinator": everything, "council": everything, "admin": everything}
	among := func(more ...string) map[string][]string {
		seen := map[string][]string{"coordinator": everything, "council": everything, "admin": everything}
		for _, as := range more {
			seen[as] = everything
		}
		return seen
	}
	round := w.secondRound()
	vika := w.responseIn("vika-respondent", round)
	progress := []string{"getRoundProgress", "getRegionStatus"} // how far it has come, and no figure
	atHome := map[string][]string{"vika-respondent": everything, "coordinator": progress, "council": progress, "admin": progress}
	var offered string
	return []hiddenThing{
		{"a round that is planned", func() {
			w.must(row{as: "coordinator", method: "POST", path: "/rounds", body: roundPlan(w.w.testdal.String(), unseenWord)}, nil)
		}, council},
		{"a candidate that Moen is part of", w.addCandidate, among("moen-respondent")},
		{"an edit of a published need", func() {
			w.must(put(bench, "4", needEdit("Hva er "+unseenWord+"?")).by("coordinator"), nil)
		}, among("lia-respondent", "lia-admin", "vika-respondent", "moen-respondent")},
		{"a draft of a paper", func() {
			w.paperRow(w.w.testdal, uuid.MustParse(round), w.w.lia, &w.w.lia, unseenWord, false)
		}, map[string][]string{"lia-respondent": everything, "lia-admin": everything, "admin": everything}},
		{"a decision that is not public", func() {
			w.write(func(tx *models.Tx) error {
				return tx.G.Create(&models.RoundDecision{Base: base(tx), RoundID: uuid.MustParse(w.own["coordinator"]["roundId"]), OrganisationID: w.w.vika, Outcome: "rejected", Body: unseenWord,
					DecidedOn: "2026-01-01"}).Error
			})
		}, among("vika-respondent")},
		{"a draft of a solution", func() {
			edit := solutionEdit(nil)
			edit["summary"], edit["cpv"] = map[string]string{"nb": "Klimabudsjett med " + unseenWord}, []string{"79410000"}
			var made contract.Solution
			w.must(row{as: "lys", method: "POST", path: "/solutions", body: edit}, &made)
			offered = "/solutions/" + made.ID.String()
		}, map[string][]string{"lys": everything, "admin": everything}},
		{"a solution that is sent in", func() {
			w.must(row{as: "lys", method: "POST", path: offered + "/submission"}, nil)
		}, map[string][]string{"lys": everything, "admin": everything, "coordinator": everything, "nabo-coordinator": everything}},
		{"a solution that is sent back", func() {
			w.must(row{as: "coordinator", method: "POST", path: offered + "/return", body: map[string]any{"reason": unseenWord}}, nil)
		}, map[string][]string{"lys": everything, "admin": everything, "coordinator": everything, "nabo-coordinator": everything}},
		{"answers that are not submitted", func() { w.answerOpenly(vika) }, atHome},
		{"a match that Lia finds unfit", func() {
			w.must(row{as: "lia-respondent", method: "POST", path: "/dismissals", body: map[string]any{"needId": w.own["supplier"]["needId"],
				"solutionId": w.own["respondent"]["solutionId"], "reason": unseenWord}}, nil)
		}, map[string][]string{"lia-respondent": everything, "lia-admin": everything}},
		{"a part in the team of Lia", func() {
			w.must(row{as: "lia-admin", method: "POST", path: "/organisations/" + w.w.lia.String() + "/team",
				body: map[string]any{"role": "top_manager", "name": unseenWord, "email": "a@b.example"}}, nil)
		}, map[string][]string{"lia-respondent": {"getTeam"}, "lia-admin": {"getTeam", "getPersonalData"}, "coordinator": {"getTeam"}, "admin": {"getTeam"}}},
		{"a weakness that Lia sees in itself", func() {
			w.must(row{as: "lia-respondent", method: "POST", path: "/judgements", body: map[string]any{"kind": "weakness", "text": unseenWord, "judgedOn": "2026-03-01"}}, nil)
		}, map[string][]string{"lia-respondent": everything, "lia-admin": everything}},
		{"a cohort that Lia joins", func() { w.joinsCohort(unseenWord) }, among("lia-respondent", "lia-admin", "vika-respondent", "moen-respondent")},
		{"a person with a role", func() { w.spare(w.w.lia, "respondent") }, map[string][]string{"lia-admin": {"listMemberships"}}},
	}
}

// secondRound opens another round of Testdal.
func (w *matrixWorld) secondRound() string {
	w.t.Helper()
	plan := roundPlan(w.w.testdal.String(), "Neste kartlegging")
	plan["year"] = 2027
	var round contract.Round
	w.must(row{as: "coordinator", method: "POST", path: "/rounds", body: plan}, &round)
	w.must(row{as: "coordinator", method: "POST", path: "/rounds/" + round.ID.String() + "/state", body: map[string]any{"to": "open"}}, nil)
	return round.ID.String()
}

// responseIn gives a municipality's response in a round.
func (w *matrixWorld) responseIn(as, round string) string {
	w.t.Helper()
	var list contract.Responses
	w.must(row{as: as, method: "GET", path: "/responses"}, &list)
	for _, r := range list.Items {
		if r.Round.ID.String() == round {
			return r.ID.String()
		}
	}
	w.t.Fatalf("%s has no response in the round", as)
	return ""
}

// answerOpenly answers as badly as can be, with words, and goes no further.
func (w *matrixWorld) answerOpenly(response string) {
	w.t.Helper()
	at := "/responses/" + response + "/answers/"
	w.must(put(at+"13.2-budget", "0", map[string]any{"state": "value", "choice": "no", "comment": unseenAnswer, "priorityReason": unseenAnswer}).by("vika-respondent"), nil)
	w.must(put(at+"13.2-road", "0", map[string]any{"state": "value", "value": unseenFigure}).by("vika-respondent"), nil)
}

// joinsCohort moves Lia into a cohort.
func (w *matrixWorld) joinsCohort(cohort string) {
	w.t.Helper()
	w.write(func(tx *models.Tx) error {
		return tx.G.Model(&models.Participation{}).Where("organisation_id = ?", w.w.lia).
			Updates(map[string]any{"cohort": cohort, "state": "joined", "version": 9}).Error
	})
}

// addCandidate stores a candidate in whose figures Moen alone stands.
func (w *matrixWorld) addCandidate() {
	w.t.Helper()
	w.write(func(tx *models.Tx) error {
		var published models.Need
		must(tx.G.Where("id = ?", w.own["coordinator"]["needId"]).Take(&published).Error)
		n := published
		n.Base, n.State, n.Title = base(tx), "candidate", models.Text{"nb": "Hvordan får vi " + unseenWord + "?"}
		n.PublishedVersion, n.PublishedAt, n.Search, n.ConfirmedBy, n.IndicatorID, n.IndicatorVersionID = 0, nil, "", nil, nil, nil
		must(tx.G.Create(&n).Error)
		return tx.G.Create(&models.NeedMunicipality{NeedID: n.ID, OrganisationID: w.w.moen, Role: "watching", Because: "band", Residents: 5600}).Error
	})
}
