package api_test

import (
	"fmt"
	"net/http"
	"strconv"
	"testing"
	"time"

	"loftet/internal/dbtest"
	"loftet/models"
)

// spend makes a call as often as it is allowed, from one address.
func (h *harness) spend(r row, address string, times int) {
	h.t.Helper()
	for i := range times {
		if res, body := h.from(address, r); res.StatusCode == http.StatusTooManyRequests {
			h.t.Fatalf("%s as %q from %s: refused after %d\n%s", r.path, r.as, address, i, short(body))
		}
	}
}

// refused makes a call that comes too often, and gives how long to wait.
func (h *harness) refused(r row, address string) int {
	h.t.Helper()
	res, body := h.from(address, r)
	wait, err := strconv.Atoi(res.Header.Get("Retry-After"))
	if res.StatusCode != http.StatusTooManyRequests || err != nil || wait < 1 {
		h.t.Fatalf("%s as %q from %s: %d, Retry-After %q\n%s", r.path, r.as, address, res.StatusCode, res.Header.Get("Retry-After"), short(body))
	}
	return wait
}

// TestQuality14SearchesAreLimitedPerAccount searches until it is too much. No
// header and no other address brings more, and what is no search goes on.
func TestQuality14SearchesAreLimitedPerAccount(t *testing.T) {
	h := onSQLite(t)
	search := row{as: "varme", method: "GET", path: "/needs?q=vann"}
	h.spend(search, "10.0.0.1", 120)
	h.refused(search, "10.0.0.1")
	h.refused(search, "10.0.0.2")
	h.refused(row{as: "varme", method: "GET", path: "/cpv?q=vann"}, "10.0.0.1")
	for i, name := range []string{"X-Forwarded-For", "X-Real-IP", "X-User-ID", "Forwarded", "CF-Connecting-IP", "True-Client-IP"} {
		changed := search
		changed.header = map[string]string{name: fmt.Sprintf("10.1.0.%d", i)}
		h.refused(changed, "10.0.0.1")
	}
	for lang, words := range map[string]string{"nb": "Prøv igjen om 1 s", "nn": "Treng du", "en": "Try again in 1 s"} {
		worded := search
		worded.header = map[string]string{"Accept-Language": lang}
		h.run([]row{worded.gives(http.StatusTooManyRequests, `"too-many-calls"`, words)})
	}
	h.run([]row{
		{as: "varme", method: "GET", path: "/needs", status: 200},
		{as: "varme", method: "GET", path: "/solutions", status: 200},
		{as: "lys", method: "GET", path: "/needs?q=vann", status: 200},
		{method: "GET", path: "/needs?q=vann", status: 200},
	})
	dbtest.Clock(h.w.db).Add(time.Second)
	h.spend(search, "10.0.0.1", 2)
	h.refused(search, "10.0.0.1")
}

// TestQuality14FilesAreLimitedPerAddress fetches files without an account: an
// address has its allowance, an IPv6 network one for all its addresses.
func TestQuality14FilesAreLimitedPerAddress(t *testing.T) {
	h := onSQLite(t)
	file := row{method: "GET", path: "/charts/goals?format=csv&region=" + models.NewID().String()}
	h.spend(file, "10.0.0.1", 3000)
	h.refused(file, "10.0.0.1")
	for _, format := range []string{"svg", "png"} {
		h.refused(row{method: "GET", path: "/charts/heat?format=" + format}, "10.0.0.1")
	}
	h.refused(row{as: "varme", method: "GET", path: file.path}, "10.0.0.1")
	h.spend(row{method: "GET", path: "/charts/goals?region=" + h.w.testdal.String()}, "10.0.0.1", 1) // to look is no download
	h.spend(file, "10.0.0.2", 1)
	h.spend(file, "2001:db8:1:2::1", 1500)
	h.spend(file, "2001:db8:1:2:ffff::9", 1500)
	h.refused(file, "2001:db8:1:2::3")
	h.spend(file, "2001:db8:1:3::1", 1)
	h.spend(file, "::ffff:10.0.0.3", 3000) // the same as 10.0.0.3
	h.refused(file, "10.0.0.3")
}

// TestQuality14PrintingIsLimited asks for papers as PDF. All at one address who have no
// account have what an account has, so that they do not take everybody's browsers.
func TestQuality14PrintingIsLimited(t *testing.T) {
	h := onSQLite(t)
	paper := row{method: "GET", path: "/regions/" + h.w.testdal.String() + "/case-paper/page?format=pdf"}
	own := row{as: "lia-respondent", method: "GET", path: paper.path}
	h.spend(paper, "10.0.0.1", 20)
	h.refused(paper, "10.0.0.1")
	h.spend(paper, "10.0.0.2", 1)
	h.spend(own, "10.0.0.1", 20)
	h.refused(own, "10.0.0.2")
	h.spend(row{method: "GET", path: "/regions/" + h.w.testdal.String() + "/case-paper/page"}, "10.0.0.1", 1) // the page itself
}

// TestQuality14MailIsLimited asks for letters from one address, and to one
// account from many.
func TestQuality14MailIsLimited(t *testing.T) {
	withMail(t, func(t *testing.T, h *harness, _ inbox) {
		h.t = t
		reset := func(i int) row {
			return row{method: "POST", path: "/password-resets", body: map[string]string{"email": fmt.Sprintf("n%d@example.no", i)}}
		}
		business := func(i int) row {
			return row{method: "POST", path: "/businesses", body: map[string]string{"orgNumber": "889640782", "businessName": "Ny AS",
				"personName": "Ny", "email": fmt.Sprintf("b%d@example.no", i), "language": "nb"}}
		}
		for i := range 10 {
			h.spend(reset(i), "10.0.0.1", 1)
			h.spend(business(i), "10.0.0.1", 1)
		}
		h.refused(reset(100), "10.0.0.1")
		h.refused(business(100), "10.0.0.1")
		for i := range 5 {
			h.spend(reset(200), fmt.Sprintf("10.0.1.%d", i), 1)
		}
		if wait := h.refused(reset(200), "10.0.1.9"); wait > 600 {
			t.Errorf("an account waits %d s", wait)
		}
	})
}
