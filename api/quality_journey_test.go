package api_test

import (
	"testing"

	"github.com/google/uuid"

	"loftet/models"
	"loftet/orgs"
)

// alsoIs gives somebody of the world one more role.
func (h *harness) alsoIs(name string, org uuid.UUID, role orgs.Role) {
	h.t.Helper()
	h.write(func(tx *models.Tx) error {
		return tx.G.Create(&models.Membership{ID: models.NewID(), PersonID: h.w.people[name], OrganisationID: org, Role: string(role),
			ValidFrom: "2020-01-01", CreatedAt: tx.Now}).Error
	})
}

// TestQuality12WhoAnsweredDoesNotApproveAlone gives one person both roles. While
// the municipality has another approver, that one must approve; where it has none,
// one person does both.
func TestQuality12WhoAnsweredDoesNotApproveAlone(t *testing.T) {
	eachDB(t, func(t *testing.T, h *harness) {
		h.t = t
		h.alsoIs("lia-respondent", h.w.lia, orgs.Approver)
		h.openRound()
		at := "/responses/" + h.answered("lia", "no")
		h.must(row{as: "lia-respondent", method: "POST", path: at + "/review"}, nil)
		alone := h.decide("lia-respondent", at, "approval")
		h.run([]row{
			alone.gives(409, `"own-answers"`),
			{as: "lia-respondent", method: "POST", path: at + "/submissions", status: 409},
		})
		if n := h.audited("response.approve"); n != 0 {
			t.Errorf("%d approvals are audited", n)
		}
		h.run([]row{h.decide("lia-approver", at, "approval").gives(200, `"approvedBy":{`)})

		h.write(func(tx *models.Tx) error { // Vika's own approver leaves
			return tx.G.Where("person_id = ?", h.w.people["vika-approver"]).Delete(&models.Membership{}).Error
		})
		h.alsoIs("vika-respondent", h.w.vika, orgs.Approver)
		at = "/responses/" + h.answered("vika", "no")
		h.must(row{as: "vika-respondent", method: "POST", path: at + "/review"}, nil)
		h.run([]row{h.decide("vika-respondent", at, "approval").gives(200, `"approvedBy":{`)})
	})
}
