package api_test

import (
	"strings"
	"testing"

	"loftet/models"
)

func TestAPersonTakesTheirDataAndErasesTheAccount(t *testing.T) {
	eachDB(t, func(t *testing.T, h *harness) {
		h.openRound()
		h.respond("lia", "no")
		who := h.w.people["lia-respondent"]
		h.run([]row{
			{as: "lia-respondent", method: "GET", path: "/account/data", status: 200, lacks: []string{h.w.passwordHash, "token"},
				has: []string{`"email":"lia-respondent@example.no"`, `"role":"respondent"`, `"code":"13.2-budget"`, `"action":"answer.save"`, `"expiresAt"`}},
			{as: "lia-respondent", method: "POST", path: "/account/erasure", body: map[string]any{"password": "feil ord her"}, status: 422, has: []string{`"path":"password","code":"wrong_password"`}},
			{as: "lia-admin", method: "POST", path: "/account/erasure", body: map[string]any{"password": testWord}, status: 409, has: []string{"last-of-role"}},
			{as: "lia-respondent", method: "POST", path: "/account/erasure", body: map[string]any{"password": testWord}, status: 204},
			{as: "lia-respondent", method: "GET", path: "/account", status: 401},
			{method: "POST", path: "/session", body: map[string]any{"email": "lia-respondent@example.no", "password": testWord}, status: 401},
			{as: "lia-admin", method: "GET", path: "/organisations/" + h.w.lia.String() + "/memberships", status: 200, lacks: []string{"lia-respondent"}},
			// submitted documents name people as they were called that day
			{as: "lia-approver", method: "GET", path: "/responses/" + h.responseOf("lia-approver") + "/submissions/1", status: 200, has: []string{"lia-respondent"}},
		})
		var row models.Person
		h.write(func(tx *models.Tx) error { return tx.G.Take(&row, "id = ?", who).Error })
		if row.PasswordHash != "" || row.DisabledAt == nil || row.Name != "Slettet konto" || !strings.HasSuffix(row.Email, "@erased.invalid") {
			t.Errorf("%+v", row)
		}
		var events int64
		h.write(func(tx *models.Tx) error {
			return tx.G.Model(&models.AuditEvent{}).Where("person_id = ? and difference like ?", who, "%lia-respondent%").Count(&events).Error
		})
		if events != 0 {
			t.Errorf("%d audit rows of them hold their name", events)
		}
	})
}
