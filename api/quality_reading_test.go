package api_test

import (
	"net/http"
	"regexp"
	"slices"
	"strings"
	"testing"

	"loftet/models"
)

// TestQuality04NobodyReadsWhatIsNotForThem reads everything as everybody: e-mail
// addresses of people stand only where people are let in and in the team that they are of, what a publisher wrote
// about a solution is its business's, and nothing of a password stands anywhere.
func TestQuality04NobodyReadsWhatIsNotForThem(t *testing.T) {
	w := newMatrixWorld(t)
	returned := "/solutions/" + w.own["supplier"]["solutionId"]
	w.must(row{as: "varme", method: "POST", path: returned + "/submission"}, nil)
	w.must(row{as: "coordinator", method: "POST", path: returned + "/return", body: map[string]any{"reason": "INTERN-MERKNAD"}}, nil)
	personal := regexp.MustCompile(`"[a-z0-9-]+@example\.no"`)
	withAddresses, notes := map[string]int{}, 0
	for _, op := range matrixOperations(t) {
		for role, actor := range matrixRoles {
			if op.method != http.MethodGet || !op.roles["public"] && !op.roles[role] {
				continue
			}
			_, body := w.call(op.call(actor, w.ownFor(op, role)))
			for _, found := range personal.FindAllString(body, -1) {
				switch {
				case found == `"post@example.no"`: // of an organisation
				case op.id == "listMemberships", op.id == "getTeam", (op.id == "getAccount" || op.id == "getPersonalData") && found == `"`+actor+`@example.no"`:
					withAddresses[op.id]++
				default:
					t.Errorf("%s as %q tells of %s", op.id, role, found)
				}
			}
			for _, secret := range []string{"argon2", "assword", "ash\":", w.w.passwordHash[:20]} {
				if strings.Contains(body, secret) && op.id != "listProblems" && op.id != "getSession" {
					t.Errorf("%s as %q holds %q", op.id, role, secret)
				}
			}
			if strings.Contains(body, "INTERN-MERKNAD") {
				notes++
				if !slices.Contains([]string{"supplier", "coordinator", "admin"}, role) {
					t.Errorf("%s as %q tells what the coordinator wrote to the business", op.id, role)
				}
			}
		}
	}
	if withAddresses["listMemberships"] == 0 || withAddresses["getAccount"] == 0 || notes == 0 {
		t.Errorf("found addresses in %v and %d notes: the search is blind", withAddresses, notes)
	}
}

// TestQuality13ValuesFitOneAnother sends fields that are right by themselves and
// wrong together, or wrong for what is asked.
func TestQuality13ValuesFitOneAnother(t *testing.T) {
	h := onSQLite(t)
	round := "/rounds/" + h.openRound().ID.String()
	answers := "/responses/" + h.responseOf("lia-respondent") + "/answers/"
	answer := func(code string, body map[string]any) row {
		body["state"] = "value"
		return put(answers+code, "0", body).by("lia-respondent")
	}
	parts := func(list ...any) map[string]any {
		out := []map[string]any{}
		for i := 0; i < len(list); i += 2 {
			out = append(out, map[string]any{"key": list[i], "value": list[i+1]})
		}
		return map[string]any{"parts": out}
	}
	plan := func(change string, value any) row {
		body := roundPlan(h.w.testdal.String(), "Ny runde")
		body[change] = value
		return row{as: "coordinator", method: "POST", path: "/rounds", body: body}
	}
	offer := func(change string, value any) row {
		body := solutionEdit(nil)
		body[change] = value
		return row{as: "varme", method: "POST", path: "/solutions", body: body}
	}
	h.run([]row{
		answer("1.2-child", map[string]any{"value": 101}).gives(422, `"path":"value"`),
		answer("1.2-child", map[string]any{"value": -0.1}).gives(422, `"path":"value"`),
		answer("1.2-child", map[string]any{"value": 10, "choice": "yes"}).gives(422, `"path":"choice"`),
		answer("1.2-child", parts("business", 1)).gives(422, `"path":"parts"`),
		answer("1.2-child", map[string]any{}).gives(422, `"path":"value"`),
		answer("13.2-budget", map[string]any{"value": 50}).gives(422, `"path":"choice"`),
		answer("13.2-budget", map[string]any{"choice": "yes", "value": 3}).gives(422, `"path":"value"`),
		answer("17.14-sdgplan", parts("social_plan", 2, "budget_plan", 1, "annual_report", 1)).gives(422, `parts.social_plan`),
		answer("17.14-sdgplan", parts("social_plan", 1)).gives(422, `parts.`),
		answer("17.14-sdgplan", parts("social_plan", 1, "budget_plan", 1, "annual_report", 1, "other", 1)).gives(422, `parts.other`),
		answer("17.17-partner", parts("business", -1, "voluntary", 3, "research", 1, "municipalities", 2)).gives(422, `parts.business`),
		answer("17.17-partner", parts("business", 1.5, "voluntary", 3, "research", 1, "municipalities", 2)).gives(422, `parts.business`),
		plan("closesAt", "2026-02-01T00:00:00Z").gives(422, `"path":"closesAt"`),
		plan("year", 1899).gives(422, `"path":"year"`),
		plan("year", 2101).gives(422, `"path":"year"`),
		plan("opensAt", "2026-02-30T00:00:00Z").gives(422, `"path":"opensAt"`),
		plan("catalogueId", models.NewID().String()).gives(422, `"path":"catalogueId"`),
		put(round+"/targets/1.2-child", "0", map[string]any{"lower": 5, "optimum": 5, "reason": map[string]string{"nb": "fordi"}}).by("coordinator").gives(422),
		offer("trl", 10).gives(422, `"path":"trl"`),
		offer("goals", []int{18}).gives(422, `"path":"goals.0"`),
		offer("cpv", []string{"ABC"}).gives(422, `"path":"cpv.0"`),
		offer("regionIds", []string{models.NewID().String()}).gives(422, `"path":"regionIds.0"`),
		offer("indicators", []any{map[string]any{"code": "99.9-none", "effect": "x", "proof": "measured"}}).gives(422, `"path":"indicators.0`),
		{as: "lia-admin", method: "POST", path: "/organisations/" + h.w.lia.String() + "/memberships", status: 422, has: []string{`"path":"validTo"`},
			body: map[string]any{"name": "Ny", "email": "ny@example.no", "role": "respondent", "language": "nb", "validTo": "2027-02-31"}},
		{method: "GET", path: "/needs?deadlineFrom=2026-02-31", status: 422, has: []string{`"path":"deadlineFrom"`}},
	})
}

// TestQuality16LettersArePlainText lets an organisation with script text for a name
// invite somebody: the letter is text, and the name stands in it as it is.
func TestQuality16LettersArePlainText(t *testing.T) {
	withMail(t, func(t *testing.T, h *harness, letters inbox) {
		h.t = t
		h.renamed(script + "\r\nBcc: evil@example.com")
		h.must(row{as: "lia-admin", method: "POST", path: "/organisations/" + h.w.lia.String() + "/memberships",
			body: map[string]any{"name": "Ny", "email": "ny@example.no", "role": "respondent", "language": "nb"}}, nil)
		select {
		case m := <-letters:
			if strings.ContainsAny(m.Subject, "\r\n") || !strings.Contains(m.Text, "<script>alert(1)</script>") || m.To != "ny@example.no" {
				t.Errorf("%q\n%s", m.Subject, m.Text)
			}
		case <-t.Context().Done():
			t.Fatal("no letter")
		}
	})
}

// TestQuality45PasswordsAreStoredAsArgon2id changes a password and looks at what is
// stored of it.
func TestQuality45PasswordsAreStoredAsArgon2id(t *testing.T) {
	h := onSQLite(t)
	h.must(row{as: "varme", method: "PUT", path: "/account/password", body: map[string]string{"currentPassword": testWord, "newPassword": "tre gule sykler"}}, nil)
	var p models.Person
	h.write(func(tx *models.Tx) error { return tx.G.Where("id = ?", h.w.people["varme"]).Take(&p).Error })
	if !strings.HasPrefix(p.PasswordHash, "$argon2id$v=19$m=19456,t=2,p=1$") || strings.Contains(p.PasswordHash, "sykler") {
		t.Error(p.PasswordHash)
	}
}
