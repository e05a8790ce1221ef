package api_test

import (
	"encoding/base64"
	"fmt"
	"net/url"
	"testing"

	"loftet/models"
)

// TestACursorLeadsNowhereElse makes cursors as the service would, for places that
// are no places: another order, a need that is not public, one that is none. What
// is not public answers like what is not there.
func TestACursorLeadsNowhereElse(t *testing.T) {
	eachDB(t, func(t *testing.T, h *harness) {
		h.t = t
		w := matrixWorldOn(h)
		w.write(func(tx *models.Tx) error { // lower than any, so that nothing but the id decides
			return tx.G.Model(&models.Need{}).Where("id = ?", w.own["coordinator"]["needId"]).Update("published_priority", 0).Error
		})
		after := func(sort, key, id string) row {
			text := fmt.Sprintf(`{"s":%q,"k":%q,"i":%q}`, sort, key, id)
			return row{method: "GET", path: "/needs?sort=priority&cursor=" + url.QueryEscape(base64.RawURLEncoding.EncodeToString([]byte(text)))}
		}
		hidden, none := w.foreign["needId"], models.NewID().String()
		_, found := w.told(after("priority", "", hidden))
		if _, nothing := w.told(after("priority", "", none)); found != nothing {
			t.Errorf("after a need that is not public:\n%s\nafter none:\n%s", found, nothing)
		}
		for _, r := range []row{after("deadline", "2026-06-01", none), after("priority", "99", none), after("priority", "", "1 or 1=1"), after("title", "", none)} {
			w.run([]row{r.gives(422, `"path":"cursor"`)})
		}
	})
}
