package api_test

import (
	"strings"
	"testing"

	"loftet/models"
)

// TestAnAdministratorErasesSomebodyElse: with a reason that the audit keeps; nobody
// erases the last one who runs the service, nor themselves that way.
func TestAnAdministratorErasesSomebodyElse(t *testing.T) {
	eachDB(t, func(t *testing.T, h *harness) {
		erase := func(as, email, reason string, status int, has ...string) row {
			return row{as: as, method: "POST", path: "/people/erasures", body: map[string]any{"email": email, "reason": reason}, status: status, has: has}
		}
		h.run([]row{
			erase("lia-admin", "lia-respondent@example.no", "sluttet", 403),
			erase("coordinator", "lia-respondent@example.no", "sluttet", 403),
			erase("admin", "lia-respondent@example.no", " ", 422, `"path":"reason","code":"required"`),
			erase("admin", "ingen@example.no", "sluttet", 422, `"path":"email","code":"nobody_with_address"`),
			erase("admin", "admin@example.no", "sluttet", 422, `"path":"email","code":"erase_own_account"`),
			{as: "lia-respondent", method: "GET", path: "/account", status: 200},
			erase("admin", "Lia-Respondent@example.no", "Ba om det.", 204),
			erase("admin", "lia-respondent@example.no", "Ba om det.", 422, "nobody_with_address"),
			{as: "lia-respondent", method: "GET", path: "/account", status: 401},
			erase("admin", "lia-admin@example.no", "Ba om det.", 204), // the last of the municipality, who can be let in anew
		})
		var event models.AuditEvent
		h.write(func(tx *models.Tx) error {
			return tx.G.Take(&event, "action = 'person.erase' and object_id = ?", h.w.people["lia-respondent"].String()).Error
		})
		if event.PersonID == nil || *event.PersonID != h.w.people["admin"] || !strings.Contains(event.Difference, "Ba om det.") {
			t.Errorf("%+v", event)
		}
	})
}

func TestAPersonTakesTheirDataAndErasesTheAccount(t *testing.T) {
	eachDB(t, func(t *testing.T, h *harness) {
		h.openRound()
		h.respond("lia", "no")
		who := h.w.people["lia-respondent"]
		h.run([]row{
			{as: "lia-respondent", method: "GET", path: "/account/data", status: 200, lacks: []string{h.w.passwordHash, "token"},
				has: []string{`"email":"lia-respondent@example.no"`, `"role":"respondent"`, `"code":"13.2-budget"`, `"action":"answer.save"`, `"expiresAt"`}},
			{as: "lia-respondent", method: "POST", path: "/account/erasure", body: map[string]any{"password": "feil ord her"}, status: 422, has: []string{`"path":"password","code":"wrong_password"`}},
			{as: "lia-admin", method: "POST", path: "/account/erasure", body: map[string]any{"password": testWord}, status: 409, has: []string{"last-before-erasure", "Gi rollen til en annen"}},
			{as: "lia-respondent", method: "POST", path: "/account/erasure", body: map[string]any{"password": testWord}, status: 204},
			{as: "lia-respondent", method: "GET", path: "/account", status: 401},
			{method: "POST", path: "/session", body: map[string]any{"email": "lia-respondent@example.no", "password": testWord}, status: 401},
			{as: "lia-admin", method: "GET", path: "/organisations/" + h.w.lia.String() + "/memberships", status: 200, lacks: []string{"lia-respondent"}},
			// submitted documents name people as they were called that day
			{as: "lia-approver", method: "GET", path: "/responses/" + h.responseOf("lia-approver") + "/submissions/1", status: 200, has: []string{"lia-respondent"}},
		})
		var row models.Person
		h.write(func(tx *models.Tx) error { return tx.G.Take(&row, "id = ?", who).Error })
		if row.PasswordHash != "" || row.DisabledAt == nil || row.Name != "Fjernet person" || !strings.HasSuffix(row.Email, "@erased.invalid") {
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

// TestWhatAPersonWroteIsInTheirData: answers to own questions too, and what they said of
// their municipality.
func TestWhatAPersonWroteIsInTheirData(t *testing.T) {
	eachDB(t, func(t *testing.T, h *harness) {
		h.ownRound()
		at := "/responses/" + h.responseOf("lia-respondent")
		h.must(put(at+"/entries/has_plan", "0", map[string]any{"value": true}).by("lia-respondent"), nil)
		h.must(row{as: "lia-respondent", method: "POST", path: at + "/comments", body: map[string]any{"code": "13.2-budget", "text": "Se på tallet"}}, nil)
		h.must(row{as: "lia-respondent", method: "POST", path: "/judgements", body: judgementBody()}, nil)
		wrote := []string{`"code":"has_plan"`, `"kind":"comment"`, "Se på tallet", `"kind":"judgement"`, "Ingen har tid"}
		h.run([]row{
			{as: "lia-respondent", method: "GET", path: "/account/data", status: 200, has: wrote},
			{as: "lia-admin", method: "GET", path: "/account/data", status: 200, lacks: wrote},
		})
	})
}
