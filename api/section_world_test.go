package api_test

import (
	"strings"
	"time"

	"github.com/google/uuid"

	"loftet/api/contract"
	"loftet/models"
	"loftet/orgs"
)

// handed hands a section of a response to a person, by link where there is an
// address; its token is the assignment's id twice.
func (h *harness) handed(response string, goal int, person uuid.UUID, email string) uuid.UUID {
	h.t.Helper()
	id := models.NewID()
	h.write(func(tx *models.Tx) error {
		b := base(tx)
		b.ID = id
		hash, until := orgs.HashToken(strings.Repeat(id.String(), 2)), tx.Now.Add(20*24*time.Hour)
		return tx.G.Create(&models.Assignment{Base: b, ResponseID: uuid.MustParse(response), Goal: goal, PersonID: &person,
			Name: "Kollega", Email: email, Deadline: models.DateOf(until), State: "not_started", TokenHash: &hash, TokenExpiresAt: &until}).Error
	})
	return id
}

// helper opens a round of Testdal and hands goal 13 of a municipality to somebody by
// link; the actor of that name comes by it.
func (h *harness) helper(actor string, town uuid.UUID) (response, assignment string) {
	h.t.Helper()
	plan := roundPlan(h.w.testdal.String(), "Runden med en lenke")
	plan["year"] = 2025
	var round contract.Round
	h.must(row{as: "coordinator", method: "POST", path: "/rounds", body: plan}, &round)
	h.must(row{as: "coordinator", method: "POST", path: "/rounds/" + round.ID.String() + "/state", body: map[string]any{"to": "open"}}, nil)
	person := models.NewID()
	h.write(func(tx *models.Tx) error {
		b := base(tx)
		b.ID = person
		must(tx.G.Create(&models.Person{Base: b, Name: "Hjelper", SortKey: "hjelper", Email: actor + "@example.no", Language: "nb"}).Error)
		var r models.Response
		must(tx.G.Where("round_id = ? and organisation_id = ?", round.ID, town).Take(&r).Error)
		response = r.ID.String()
		return nil
	})
	h.links[actor] = h.handed(response, 13, person, actor+"@example.no").String()
	return response, h.links[actor]
}

// comesBy signs an actor in by the link of a section.
func (h *harness) comesBy(actor, assignment string) {
	h.t.Helper()
	res := h.must(row{method: "POST", path: "/section-links", body: map[string]any{"token": strings.Repeat(assignment, 2)}}, nil)
	for _, c := range res.Cookies() {
		h.cookies[actor] = c.Name + "=" + c.Value
	}
}
