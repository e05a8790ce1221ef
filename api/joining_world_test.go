package api_test

import (
	"maps"

	"github.com/google/uuid"

	"loftet/models"
	"loftet/orgs"
)

// councilStatement is what a regional council said.
var councilStatement = map[string]any{"outcome": "noted", "body": "Regionrådet", "decidedOn": "2025-05-01", "reference": "7/25", "text": "Tas til orientering."}

// The bodies of these operations for the matrix.
func init() {
	maps.Copy(matrixBodies, map[string]func(slots) any{
		"inviteMunicipality":     fixed(map[string]any{"mail": false, "cohort": "Kull 1"}),
		"recordOwnDecision":      fixed(map[string]any{"outcome": "joins", "body": "Kommunestyret", "decidedOn": "2025-05-16", "reference": "31/25"}),
		"moveParticipation":      fixed(map[string]any{"step": "consider"}),
		"setCohort":              fixed(map[string]any{"cohort": "Kull 2"}),
		"recordCouncilDecision":  fixed(councilStatement),
		"correctCouncilDecision": fixed(councilStatement),
		"addToTeam":              func(ids slots) any { return map[string]any{"role": "statistics", "personId": ids["personId"]} },
		"handOver": func(ids slots) any {
			return map[string]any{"fromPersonId": ids["fromPersonId"], "toPersonId": ids["toPersonId"], "endsOn": "2999-01-01"}
		},
	})
}

// joining gives each role the records that it works on: Lia is invited, has a team,
// and people who may hand over.
func (w *matrixWorld) joining(home map[string]uuid.UUID) {
	w.t.Helper()
	leavers := map[uuid.UUID]string{w.w.lia: w.spare(w.w.lia, orgs.Respondent), w.w.council: w.spare(w.w.council, orgs.CouncilMember),
		w.w.varme: w.spare(w.w.varme, orgs.Supplier), w.w.agency: w.spare(w.w.agency, orgs.Admin)}
	heirs := map[uuid.UUID]string{w.w.lia: "lia-respondent", w.w.council: "council", w.w.varme: "varme", w.w.agency: "admin"}
	decision := w.joined(w.w.testdal, w.w.lia)
	for role, org := range home {
		own := w.own[role]
		own["decisionId"], own["teamMemberId"] = decision, w.onTeam(w.w.lia)
		own["personId"] = w.w.people["lia-respondent"].String()
		own["fromPersonId"], own["toPersonId"] = w.personOf(leavers[org]), w.w.people[heirs[org]].String()
	}
}

// joiningNextDoor makes the same of the neighbours.
func (w *matrixWorld) joiningNextDoor() {
	w.t.Helper()
	w.foreign["decisionId"], w.foreign["teamMemberId"] = w.joined(w.w.naboland, w.w.fjell), w.onTeam(w.w.fjell)
	for slot, who := range map[string]string{"personId": "fjell-respondent", "fromPersonId": "fjell-admin", "toPersonId": "fjell-respondent"} {
		w.foreign[slot] = w.w.people[who].String()
	}
}

// joined invites a municipality and records what its council said.
func (w *matrixWorld) joined(region, municipality uuid.UUID) string {
	w.t.Helper()
	id := models.NewID()
	w.write(func(tx *models.Tx) error {
		must(tx.G.Create(&models.Participation{Base: base(tx), RegionID: region, OrganisationID: municipality, Cohort: "Kull 1",
			State: "informed", InvitedOn: "2025-05-02"}).Error)
		d := models.CouncilDecision{Base: base(tx), RegionID: region, Outcome: "noted", Body: "Regionrådet", DecidedOn: "2025-05-01"}
		d.ID = id
		return tx.G.Create(&d).Error
	})
	return id.String()
}

func (w *matrixWorld) onTeam(municipality uuid.UUID) string {
	w.t.Helper()
	m := models.TeamMember{OrganisationID: municipality, Role: "statistics", Name: "Kari", Email: "kari@example.no", ValidFrom: "2025-01-01"}
	w.write(func(tx *models.Tx) error {
		m.Base = base(tx)
		m.Email = m.ID.String() + "@example.no"
		return tx.G.Create(&m).Error
	})
	return m.ID.String()
}

func (w *matrixWorld) personOf(membership string) string {
	w.t.Helper()
	var m models.Membership
	w.write(func(tx *models.Tx) error { return tx.G.Where("id = ?", membership).Take(&m).Error })
	return m.PersonID.String()
}
