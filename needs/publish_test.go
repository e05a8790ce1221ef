package needs_test

import (
	"encoding/json"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/google/uuid"

	"loftet/internal/dbtest"
	"loftet/internal/fault"
	"loftet/models"
	"loftet/needs"
	"loftet/orgs"
)

func TestOnlyAPersonPublishesAndOnlyWhatIsConfirmed(t *testing.T) {
	dbtest.Each(t, func(t *testing.T, db *models.DB) {
		w := newWorld(t, db)
		_, items := w.closed()
		id := items["6.1-water"].ID
		_, err := w.s.Publish(w.ctx(), w.coordinator, id, 1)
		_ = refused(t, err, fault.Conflict, "need-not-confirmed")

		machine := orgs.SystemActor("job")
		for name, act := range map[string]func() error{
			"confirm": func() error { _, err := w.s.Confirm(w.ctx(), machine, id); return err },
			"publish": func() error { _, err := w.s.Publish(w.ctx(), machine, id, 1); return err },
		} {
			if err := act(); fault.KindOf(err) != fault.Denied {
				t.Errorf("the service itself may %s: %v", name, err)
			}
		}
		_, err = w.s.Confirm(w.ctx(), w.member, id)
		_ = refused(t, err, fault.Denied, "not-your-role")
		_, err = w.s.Confirm(w.ctx(), w.inTown("Øya"), id)
		_ = refused(t, err, fault.Denied, "not-your-role")
		_, err = w.s.Confirm(w.ctx(), w.neighbour, id)
		_ = refused(t, err, fault.NotFound, "not-found")

		d, err := w.s.Confirm(w.ctx(), w.coordinator, id)
		if err != nil || d.State != "confirmed" || d.ConfirmedBy == nil || *d.ConfirmedBy != w.coordinator.Person {
			t.Fatalf("%v %+v", err, d.Need)
		}
		_, err = w.s.Confirm(w.ctx(), w.coordinator, id)
		_ = refused(t, err, fault.Conflict, "need-not-candidate")

		_, err = w.s.Publish(w.ctx(), w.coordinator, id, d.Version)
		var lacks []string
		for _, f := range refused(t, err, fault.Invalid, "invalid-input").Fields {
			lacks = append(lacks, f.Path)
		}
		if !slices.Equal(lacks, []string{"wantedEffect", "contact"}) {
			t.Errorf("lacks %v", lacks)
		}
		if n := w.versions(id); n != 0 {
			t.Errorf("%d versions before publication", n)
		}
		if d := w.published(id, nil); d.State != "published" || d.PublishedVersion != 1 || w.versions(id) != 1 {
			t.Errorf("published as %+v", d.Need)
		}
		w.write(func(tx *models.Tx) error {
			events, err := orgs.AuditOf(tx, "need", id.String())
			var actions []string
			for _, e := range events {
				actions = append(actions, e.Action)
			}
			if !slices.Equal(actions, []string{"need.found", "need.confirm", "need.edit", "need.publish"}) {
				t.Errorf("audited %v", actions)
			}
			return err
		})
	})
}

func (w *world) versions(id uuid.UUID) int {
	w.t.Helper()
	var n int64
	w.write(func(tx *models.Tx) error {
		return tx.G.Model(&models.NeedVersion{}).Where("need_id = ?", id).Count(&n).Error
	})
	return int(n)
}

func TestEditsAreCheckedAndNobodyIsOverwritten(t *testing.T) {
	dbtest.Each(t, func(t *testing.T, db *models.DB) {
		w := newWorld(t, db)
		_, items := w.closed()
		id := items["6.1-water"].ID
		d := w.get(w.coordinator, id)
		in := ready(d)
		in.CPV, in.Deadline, in.MinimumTRL = []string{"12"}, "2026-02-30", 10
		in.Title = models.Text{"nb": strings.Repeat("å", 301)}
		_, err := w.s.Update(w.ctx(), w.coordinator, id, d.Version, in)
		var paths []string
		for _, f := range refused(t, err, fault.Invalid, "invalid-input").Fields {
			paths = append(paths, f.Path)
		}
		if !slices.Equal(paths, []string{"cpv.0", "title.nb", "deadline", "minimumTrl"}) {
			t.Errorf("faults on %v", paths)
		}
		in = ready(d)
		in.Volume = models.Text{"nb": "  ", "sv": " 40 km rör "}
		first, err := w.s.Update(w.ctx(), w.coordinator, id, d.Version, in)
		if err != nil || first.State != "under_review" || first.Version != d.Version+1 || len(first.Volume) != 1 || first.Volume["sv"] != "40 km rör" {
			t.Fatalf("%v %+v", err, first.Need)
		}
		if got := first.PriorityParts[needs.PartReadiness]; got < 3.33 || got > 3.34 {
			t.Errorf("readiness %v with contact and deadline", got)
		}
		_, err = w.s.Update(w.ctx(), w.coordinator, id, d.Version, in)
		now, ok := refused(t, err, fault.Stale, "stale").Current.(needs.Detail)
		if !ok || now.Version != first.Version {
			t.Errorf("the fault shows %+v", now)
		}
		_, err = w.s.Reject(w.ctx(), w.coordinator, id, " x ")
		_ = refused(t, err, fault.Invalid, "invalid-input")
		rejected, err := w.s.Reject(w.ctx(), w.coordinator, id, "Handled elsewhere")
		if err != nil || rejected.State != "rejected" || rejected.RejectReason != "Handled elsewhere" || len(rejected.Actions) != 0 {
			t.Fatalf("%v %+v", err, rejected)
		}
		_, err = w.s.Update(w.ctx(), w.coordinator, id, rejected.Version, in)
		_ = refused(t, err, fault.Conflict, "need-not-editable")
	})
}

func TestThePublicReadsThePublishedVersionAlone(t *testing.T) {
	dbtest.Each(t, func(t *testing.T, db *models.DB) {
		w := newWorld(t, db)
		_, items := w.closed()
		id := items["6.1-water"].ID
		public := orgs.Actor{Scope: orgs.ScopePublic, Language: "nb"}
		if _, err := w.s.GetPublished(w.ctx(), public, id); fault.KindOf(err) != fault.NotFound {
			t.Errorf("a candidate's page: %v", err)
		}
		d := w.published(id, nil)
		in := ready(d)
		in.Title, in.Deadline, in.Volume = models.Text{"nb": "Utkast som ingen skal se"}, "2027-01-01", models.Text{"nb": "hemmelig"}
		if _, err := w.s.Update(w.ctx(), w.coordinator, id, d.Version, in); err != nil {
			t.Fatal(err)
		}
		p, err := w.s.GetPublished(w.ctx(), public, id)
		if err != nil || p.Title["nb"] != d.Title["nb"] || p.Deadline != "2026-09-01" || p.Number != 1 || len(p.Versions) != 1 || p.State != "published" {
			t.Fatalf("%v %+v", err, p)
		}
		page := w.list(needs.PublicQuery{})
		if page.Total != 1 || page.Items[0].Title["nb"] != d.Title["nb"] || page.Items[0].Residents() != 8000 {
			t.Errorf("list %+v", page)
		}
		for word, found := range map[string]int{"hemmelig": 0, "utkast": 0, "trygt VANN": 1} {
			if got := w.list(needs.PublicQuery{Word: word}).Total; got != found {
				t.Errorf("%q finds %d", word, got)
			}
		}
		if got := w.list(needs.PublicQuery{DeadlineFrom: "2026-12-01"}).Total; got != 0 {
			t.Errorf("the draft's deadline finds %d", got)
		}
		text, err := json.Marshal(p)
		if err != nil {
			t.Fatal(err)
		}
		for _, figure := range []string{"40.0", ":40,", "40,0", "Telling", "ObservationID\":\"0"} {
			if strings.Contains(string(text), figure) {
				t.Errorf("the page tells %s: %s", figure, text)
			}
		}
		_, err = w.s.Publish(w.ctx(), w.coordinator, id, 1)
		if f := refused(t, err, fault.Stale, "stale"); f.Current.(needs.Detail).PublishedVersion != 1 {
			t.Errorf("stale against %+v", f.Current)
		}
		again, err := w.s.Publish(w.ctx(), w.coordinator, id, w.get(w.coordinator, id).Version)
		if err != nil || again.PublishedVersion != 2 {
			t.Fatalf("%v %+v", err, again.Need)
		}
		if p, err := w.s.GetPublished(w.ctx(), public, id); err != nil || p.Number != 2 || p.Volume["nb"] != "hemmelig" || len(p.Versions) != 2 {
			t.Errorf("%v %+v", err, p)
		}
	})
}

func (w *world) list(q needs.PublicQuery) needs.Page {
	w.t.Helper()
	page, err := w.s.ListPublished(w.ctx(), orgs.Actor{Scope: orgs.ScopePublic, Language: "nb"}, q)
	if err != nil {
		w.t.Fatal(err)
	}
	return page
}

func TestADeadlineInThePastIsRefusedWhenItIsSet(t *testing.T) {
	dbtest.Each(t, func(t *testing.T, db *models.DB) {
		w := newWorld(t, db)
		_, items := w.closed()
		d := w.get(w.coordinator, items["6.1-water"].ID)
		today := models.DateOf(dbtest.Start)
		save := func(deadline models.Date, title string) error {
			t.Helper()
			in := ready(d)
			in.Deadline, in.Title = deadline, models.Text{"nb": title}
			after, err := w.s.Update(w.ctx(), w.coordinator, d.ID, d.Version, in)
			if err == nil {
				d = after
			}
			return err
		}
		yesterday := models.DateOf(dbtest.Start.AddDate(0, 0, -1))
		tooLate := func(deadline models.Date) {
			t.Helper()
			f := refused(t, save(deadline, "For sent"), fault.Invalid, "invalid-input")
			if len(f.Fields) != 1 || f.Fields[0].Path != "deadline" || f.Fields[0].Code != "need_deadline_passed" {
				t.Errorf("faults %+v", f.Fields)
			}
		}
		tooLate(yesterday)
		if err := save(today, "I dag"); err != nil {
			t.Fatal(err)
		}
		dbtest.Clock(db).Add(48 * time.Hour)
		if err := save(today, "Den gamle fristen hindrer ingen"); err != nil || d.Title["nb"] != "Den gamle fristen hindrer ingen" || d.Deadline != today {
			t.Errorf("kept deadline: %v, %v", err, d.Deadline)
		}
		tooLate(yesterday)
		if err := save("", "Uten frist"); err != nil {
			t.Error(err)
		}
		tooLate(today)
	})
}
