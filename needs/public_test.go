package needs_test

import (
	"fmt"
	"slices"
	"testing"
	"time"

	"github.com/google/uuid"

	"loftet/internal/dbtest"
	"loftet/internal/fault"
	"loftet/models"
	"loftet/needs"
)

// stored puts a published need straight into the tables, so that lists can be
// tested with many.
func (w *world) stored(title string, goal int, deadline models.Date, priority float64, change func(*models.Need)) uuid.UUID {
	w.t.Helper()
	var id uuid.UUID
	w.write(func(tx *models.Tx) error {
		n := models.Need{
			Base: base(tx), RegionID: w.region["Dalen"], Goal: goal, State: "published", RuleVersion: "1",
			PublishedVersion: 1, PublishedAt: &tx.Now, PublishedDeadline: deadline, PublishedPriority: priority,
			PriorityParts: map[string]float64{}, Title: models.Text{"nb": "Utkast"}, Fact: models.Text{}, RootCauses: models.Text{},
			WantedEffect: models.Text{}, Volume: models.Text{}, Timeline: models.Text{}, CPV: []string{},
		}
		if deadline == "" {
			n.PublishedDeadline = needs.NoDeadline
		}
		if change != nil {
			change(&n)
		}
		id = n.ID
		w.create(tx, &n)
		w.create(tx, &models.NeedVersion{
			NeedID: id, Number: 1, PublishedBy: w.coordinator.Person, PublishedAt: tx.Now,
			Document: fmt.Sprintf(`{"id":%q,"number":1,"title":{"nb":%q},"goal":%d,"deadline":%q}`, id, title, goal, deadline),
		})
		return nil
	})
	return id
}

func titles(p needs.Page) []string {
	var list []string
	for _, item := range p.Items {
		list = append(list, item.Title["nb"])
	}
	return list
}

func TestListsSortAndFilter(t *testing.T) {
	dbtest.Each(t, func(t *testing.T, db *models.DB) {
		w := newWorld(t, db)
		add := func(title string, goal int, deadline models.Date, priority float64, search string) {
			w.stored(title, goal, deadline, priority, func(n *models.Need) { n.Search = search })
			dbtest.Clock(db).Add(1500 * time.Millisecond)
		}
		add("vann", 6, "2026-09-01", 50, "hvordan kan øya få ørret 100% rør_1")
		add("bil", 9, "", 80, "elbil åsen")
		add("skole", 4, "2026-05-01", 20.25, `lesing \ skole`)
		w.stored("nabo", 6, "2026-06-01", 30, func(n *models.Need) { n.RegionID = w.region["Fjorden"] })
		w.stored("aldri publisert", 6, "2026-06-01", 30, func(n *models.Need) { n.PublishedVersion, n.State = 0, "confirmed" })
		dalen := w.region["Dalen"]
		for name, row := range map[string]struct {
			q    needs.PublicQuery
			want []string
		}{
			"by deadline, none last":      {needs.PublicQuery{}, []string{"skole", "nabo", "vann", "bil"}},
			"newest first":                {needs.PublicQuery{Sort: needs.SortNewest}, []string{"nabo", "skole", "bil", "vann"}},
			"most urgent first":           {needs.PublicQuery{Sort: needs.SortPriority}, []string{"bil", "vann", "nabo", "skole"}},
			"goal":                        {needs.PublicQuery{Goal: 6}, []string{"nabo", "vann"}},
			"region":                      {needs.PublicQuery{RegionID: &dalen, Goal: 6}, []string{"vann"}},
			"from a day, no deadline too": {needs.PublicQuery{DeadlineFrom: "2026-06-02"}, []string{"vann", "bil"}},
			"to a day":                    {needs.PublicQuery{DeadlineTo: "2026-06-01"}, []string{"skole", "nabo"}},
			"word with ø, large":          {needs.PublicQuery{Word: "ØRRET"}, []string{"vann"}},
			"word with å, decomposed":     {needs.PublicQuery{Word: "A\u030asen"}, []string{"bil"}},
			"all words":                   {needs.PublicQuery{Word: "elbil ørret"}, nil},
			"per cent is no wildcard":     {needs.PublicQuery{Word: "100%"}, []string{"vann"}},
			"per cent alone":              {needs.PublicQuery{Word: "e%l"}, nil},
			"underscore is no wildcard":   {needs.PublicQuery{Word: "e_bil"}, nil},
			"backslash":                   {needs.PublicQuery{Word: `\`}, []string{"skole"}},
		} {
			page := w.list(row.q)
			if got := titles(page); !slices.Equal(got, row.want) || page.Total != len(row.want) || page.Next != "" {
				t.Errorf("%s: %v of %d, want %v", name, got, page.Total, row.want)
			}
		}
	})
}

// Pages join without a gap or a repeat, also where many share what they are
// sorted by, and also when one is added meanwhile.
func TestPagesJoin(t *testing.T) {
	dbtest.Each(t, func(t *testing.T, db *models.DB) {
		w := newWorld(t, db)
		for i := range 11 {
			deadline := models.Date("2026-09-01")
			if i%4 == 0 {
				deadline = ""
			}
			w.stored(fmt.Sprint("n", i), 1+i%2, deadline, 40.1, nil)
			if i%3 == 0 {
				dbtest.Clock(db).Add(time.Microsecond)
			}
		}
		for _, sort := range []needs.Sort{needs.SortDeadline, needs.SortNewest, needs.SortPriority} {
			whole := titles(w.list(needs.PublicQuery{Sort: sort}))
			var joined []string
			q := needs.PublicQuery{Sort: sort, Limit: 3}
			for range 4 {
				page := w.list(q)
				joined = append(joined, titles(page)...)
				if page.Total != 11 {
					t.Errorf("%s: total %d", sort, page.Total)
				}
				q.Cursor = page.Next
			}
			if q.Cursor != "" || !slices.Equal(joined, whole) || len(whole) != 11 {
				t.Errorf("by %s: pages give %v, the whole %v", sort, joined, whole)
			}
		}
		first := w.list(needs.PublicQuery{Limit: 3})
		w.stored("earlier", 1, "2026-01-01", 1, nil)
		rest := titles(w.list(needs.PublicQuery{Cursor: first.Next}))
		if len(rest) != 8 || slices.Contains(rest, "earlier") || slices.Contains(rest, titles(first)[2]) {
			t.Errorf("after one was added: %v", rest)
		}
	})
}

func TestACursorFromElsewhereIsRefused(t *testing.T) {
	w := newWorld(t, dbtest.SQLite(t))
	for range 3 {
		w.stored("n", 1, "2026-09-01", 1, nil)
	}
	next := w.list(needs.PublicQuery{Limit: 1}).Next
	for name, q := range map[string]needs.PublicQuery{
		"of another order": {Sort: needs.SortNewest, Cursor: next}, "no base64": {Cursor: "***"},
		"no JSON": {Cursor: "eA"}, "a key of the wrong type": {Sort: needs.SortPriority, Cursor: "eyJzIjoicHJpb3JpdHkiLCJrIjoieCJ9"},
	} {
		_, err := w.s.ListPublished(w.ctx(), w.admin, q)
		if f := refused(t, err, fault.Invalid, "invalid-input"); f.Fields[0].Path != "cursor" {
			t.Errorf("%s: %v", name, f.Fields)
		}
	}
}

func TestABrokenDatabaseIsTold(t *testing.T) {
	s := needs.New(dbtest.Broken(t), nil, nil)
	if _, err := s.ListPublished(t.Context(), (&world{}).admin, needs.PublicQuery{}); fault.KindOf(err) != fault.Unavailable {
		t.Errorf("got %v", err)
	}
}
