package api_test

import (
	"net/http"
	"testing"

	"loftet/api/contract"
)

// TestOfManyAtOnceOneLetter makes the calls that send a letter many times at once:
// one letter goes out.
func TestOfManyAtOnceOneLetter(t *testing.T) {
	withMailWaiting(t, func(t *testing.T, h *harness) {
		people := "/organisations/" + h.w.lia.String() + "/memberships"
		invite := func(email string) row {
			return row{as: "lia-admin", method: "POST", path: people, body: map[string]any{"name": "Ny", "email": email, "role": "respondent", "language": "nb"}}
		}
		h.oneWins("role.give", 1, invite("vika-respondent@example.no"))

		// somebody new is written to again when asked again, but not by a repeated call
		rows, waiting := h.audited("person.create"), h.waiting()
		fresh := invite("ny@example.no")
		fresh.header = map[string]string{"Idempotency-Key": "one-invitation"}
		if good := succeeded(h.together(fresh)); len(good) == 0 || h.audited("person.create")-rows != 1 || h.waiting()-waiting != 1 {
			t.Errorf("%d succeeded, %d people, %d letters", len(good), h.audited("person.create")-rows, h.waiting()-waiting)
		}

		rows, waiting = h.audited("person.password"), h.waiting()
		change := row{as: "lia-respondent", method: "PUT", path: "/account/password",
			body: map[string]string{"currentPassword": testWord, "newPassword": "tre gule sykler"}}
		if good := succeeded(h.together(change)); len(good) != 1 || h.audited("person.password")-rows != 1 || h.waiting()-waiting != 1 {
			t.Errorf("%d changed the password, %d audit rows, %d letters", len(good), h.audited("person.password")-rows, h.waiting()-waiting)
		}

		var all contract.Memberships
		h.must(row{as: "lia-admin", method: "GET", path: people}, &all)
		for _, m := range all.Items {
			if m.Email == "ny@example.no" {
				rows = h.audited("role.end")
				end := row{as: "lia-admin", method: "DELETE", path: people + "/" + m.ID.String()}
				for _, a := range h.together(end) { // ending what has ended is no fault
					if a.status >= 300 && a.status != http.StatusNotFound && a.status != http.StatusConflict {
						t.Errorf("end a role: %d %s", a.status, short(a.body))
					}
				}
				if n := h.audited("role.end") - rows; n != 1 {
					t.Errorf("%d audit rows of one end", n)
				}
			}
		}
	})
}
