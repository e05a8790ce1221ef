package api_test

import (
	"maps"
	"net/http"
	"slices"
	"strings"
	"testing"

	"loftet/models"
)

// TestQuality07WithoutItsRoleASessionIsNobodys takes away the role of somebody who
// is signed in: at the very next request every operation that asks for a role is
// refused and changes nothing, and what is public reads as it does for everybody.
func TestQuality07WithoutItsRoleASessionIsNobodys(t *testing.T) {
	for way, take := range map[string]func(tx *models.Tx, w *matrixWorld, actor string) error{
		"taken away": func(tx *models.Tx, w *matrixWorld, actor string) error {
			return tx.G.Where("person_id = ?", w.w.people[actor]).Delete(&models.Membership{}).Error
		},
		"over today": func(tx *models.Tx, w *matrixWorld, actor string) error {
			return tx.G.Model(&models.Membership{}).Where("person_id = ?", w.w.people[actor]).Update("valid_to", models.DateOf(tx.Now)).Error
		},
	} {
		t.Run(way, func(t *testing.T) {
			w := newMatrixWorld(t)
			w.contentsSignedIn()
			for _, role := range slices.Sorted(maps.Keys(matrixRoles)) {
				actor := matrixRoles[role]
				if role == "helper" { // has no membership, but a section
					w.write(func(tx *models.Tx) error {
						return tx.G.Model(&models.Assignment{}).Where("id = ?", w.own[role]["assignmentId"]).Update("state", "taken_back").Error
					})
					w.isNobody(t, role, actor)
				} else if actor != "" {
					w.write(func(tx *models.Tx) error { return take(tx, w, actor) })
					w.isNobody(t, role, actor)
				}
			}
		})
	}
}

// isNobody calls everything that the role may call as somebody who lost it.
func (w *matrixWorld) isNobody(t *testing.T, role, actor string) {
	t.Helper()
	before, refused := w.contents(), http.StatusForbidden
	if role == "helper" {
		refused = http.StatusUnauthorized // a person without an account has nothing left
	}
	for _, op := range matrixOperations(t) {
		call := op.call(actor, w.ownFor(op, role))
		switch {
		case !op.roles["public"]:
			if status, answer := w.told(call); status != refused {
				t.Errorf("%s as %q without the role: %s", op.id, role, short(answer))
			}
		case op.method == http.MethodGet && op.id != "getSession":
			was, body := w.call(call)
			call.as = ""
			res, public := w.call(call)
			if res.StatusCode != was.StatusCode || withoutRequestID(body) != withoutRequestID(public) {
				t.Errorf("%s as %q without the role:\n%s\nand to everybody:\n%s", op.id, role, short(body), short(public))
			}
		}
	}
	if changed := differences(before, w.contents()); len(changed) > 0 {
		t.Errorf("%q without the role changed %v", role, changed)
	}
}

func withoutRequestID(body string) string {
	return strings.TrimSpace(requestIDs.ReplaceAllString(body, ""))
}
