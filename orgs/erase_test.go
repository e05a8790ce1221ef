package orgs_test

import (
	"fmt"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/google/uuid"

	"loftet/internal/dbtest"
	"loftet/models"
	"loftet/orgs"
)

// leftOf gives every text column of the tables that name people, to be searched.
func leftOf(t *testing.T, db *models.DB, tables ...string) string {
	t.Helper()
	var all strings.Builder
	err := db.Read(t.Context(), func(tx *models.Tx) error {
		for _, table := range tables {
			var rows []map[string]any
			if err := tx.G.Table(table).Find(&rows).Error; err != nil {
				return err
			}
			for _, row := range rows {
				for _, value := range row {
					if text, ok := value.(string); ok {
						all.WriteString(text + "\n")
					}
				}
			}
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	return all.String()
}

func TestSweepingForgetsWhatHasRunOut(t *testing.T) {
	dbtest.Each(t, func(t *testing.T, db *models.DB) {
		now := dbtest.Start
		write := func(row any) {
			t.Helper()
			if err := db.Write(t.Context(), func(tx *models.Tx) error { return tx.G.Create(row).Error }); err != nil {
				t.Fatal(err)
			}
		}
		who := models.Person{Base: models.Base{ID: models.NewID(), Version: 1, CreatedAt: now, UpdatedAt: now}, Name: "Ola", SortKey: "ola", Email: "ola@example.org", Language: "nb"}
		write(&who)
		old := now.Add(-400 * 24 * time.Hour)
		write(&models.Session{Token: "old", PersonID: &who.ID, Data: []byte("x"), CreatedAt: old, ExpiresAt: old})
		write(&models.Session{Token: "new", PersonID: &who.ID, Data: []byte("x"), CreatedAt: now, ExpiresAt: now.Add(time.Hour)})
		write(&models.LinkToken{ID: models.NewID(), Kind: "reset", TokenHash: "old", PersonID: who.ID, CreatedAt: old, ExpiresAt: old})
		write(&models.Attempt{Key: "old", Count: 1, WindowEnds: old})
		write(&models.IdempotencyKey{PersonID: who.ID, Key: "old", Operation: "x", BodyHash: "x", Status: 200, Header: "[]", Body: []byte("x"), CreatedAt: old})
		if err := orgs.New(db, orgs.Config{}).Sweep(t.Context()); err != nil {
			t.Fatal(err)
		}
		left := leftOf(t, db, "sessions", "link_tokens", "attempts", "idempotency_keys")
		if strings.Contains(left, "old") || !strings.Contains(left, "new") {
			t.Errorf("what is left:\n%s", left)
		}
	})
}

// TestWhoNeverCameIsForgotten: somebody invited who never set a password goes after the
// time; not before, not while a link works, and not who came.
func TestWhoNeverCameIsForgotten(t *testing.T) {
	dbtest.Each(t, func(t *testing.T, db *models.DB) {
		j := newJoiners(t, db)
		_, err := j.Invite(t.Context(), j.golAdmin, j.gol.ID, orgs.Invitation{Name: "Kari Gjest", Email: "kari@example.org", Role: orgs.Respondent, Language: "nn"})
		ok(t, err)
		j.onTeam(orgs.TeamEntry{Role: orgs.Statistician, Name: "Per Utan Konto", Email: "per@example.org"})
		team, err := j.Team(t.Context(), j.golAdmin, j.gol.ID)
		ok(t, err)
		_, err = j.LeaveTeam(t.Context(), j.golAdmin, j.gol.ID, team.Members[0].ID)
		ok(t, err)
		left := func(days int) string {
			t.Helper()
			dbtest.Clock(db).Add(time.Duration(days) * 24 * time.Hour)
			ok(t, j.Forget(t.Context(), db.Clock.Now().AddDate(0, 0, -90)))
			return leftOf(t, db, "people", "team_members")
		}
		if found := left(89); !strings.Contains(found, "kari@example.org") || !strings.Contains(found, "per@example.org") {
			t.Errorf("forgotten too early:\n%s", found)
		}
		var who models.Person
		ok(t, db.Write(t.Context(), func(tx *models.Tx) error {
			if err := tx.G.Take(&who, "email = ?", "kari@example.org").Error; err != nil {
				return err
			}
			return tx.G.Create(&models.LinkToken{ID: models.NewID(), Kind: "invitation", TokenHash: "x", PersonID: who.ID,
				CreatedAt: tx.Now, ExpiresAt: tx.Now.Add(72 * time.Hour)}).Error
		}))
		if found := left(2); !strings.Contains(found, "kari@example.org") || strings.Contains(found, "per@example.org") || strings.Contains(found, "Utan Konto") {
			t.Errorf("while a link works:\n%s", found)
		}
		found := left(3)
		if strings.Contains(found, "kari") || strings.Contains(found, "Kari") || !strings.Contains(found, "Fjerna person") {
			t.Errorf("after the time:\n%s", found)
		}
		people, err := j.Memberships(t.Context(), j.golAdmin, j.gol.ID)
		ok(t, err)
		for _, m := range people {
			if m.PersonID == who.ID {
				t.Errorf("who is forgotten has a role: %+v", m)
			}
		}
		if _, err := j.Account(t.Context(), j.golAdmin); err != nil || !strings.Contains(found, "gol") {
			t.Errorf("who came is forgotten: %v\n%s", err, found)
		}
	})
}

// TestOfTwoWhoRunTheServiceOneStays: each erases the other at the same time.
func TestOfTwoWhoRunTheServiceOneStays(t *testing.T) {
	dbtest.Each(t, func(t *testing.T, db *models.DB) {
		v := newValley(t, db)
		var left [2]orgs.Actor
		emails := [2]string{"en@loftet.example", "to@loftet.example"}
		for i, email := range emails {
			left[i] = as(v.member(email, v.agency.ID, orgs.Admin), orgs.ScopeAny)
		}
		var start, running sync.WaitGroup
		start.Add(1)
		var errs [2]error
		for i := range left {
			running.Go(func() {
				start.Wait()
				errs[i] = v.ErasePerson(t.Context(), left[i], emails[1-i], "ba om det")
			})
		}
		start.Done()
		running.Wait()
		if (errs[0] == nil) == (errs[1] == nil) {
			t.Errorf("%v, %v", errs[0], errs[1])
		}
	})
}

// TestErasingReachesWhatWasGivenToAnAddress: a municipality may have named somebody in
// its team before they had an account, and their data tells of it.
func TestErasingReachesWhatWasGivenToAnAddress(t *testing.T) {
	dbtest.Each(t, func(t *testing.T, db *models.DB) {
		j := newJoiners(t, db)
		j.onTeam(orgs.TeamEntry{Role: orgs.Statistician, Name: "Kari Seinare", Email: "kari@gol.example"})
		kari := as(j.member("kari@gol.example", j.gol.ID, orgs.Respondent), orgs.ScopeMunicipality)
		data, err := j.PersonalData(t.Context(), kari)
		if err != nil || len(data.Team) != 1 || data.Team[0].Role != orgs.Role(orgs.Statistician) {
			t.Errorf("%v: %+v", err, data.Team)
		}
		admin := as(j.member("drift@loftet.example", j.agency.ID, orgs.Admin), orgs.ScopeAny)
		ok(t, j.ErasePerson(t.Context(), admin, "kari@gol.example", "ba om det"))
		if left := leftOf(t, db, "people", "team_members"); strings.Contains(left, "Seinare") || strings.Contains(left, "kari@") {
			t.Errorf("left of them:\n%s", left)
		}
		if team, err := j.Team(t.Context(), j.golAdmin, j.gol.ID); err != nil || len(team.Members) > 0 {
			t.Errorf("%v: %+v", err, team.Members)
		}
	})
}

// waits keeps tasks for some people.
type waits struct {
	someDuties
	kept []uuid.UUID
}

func (w *waits) Awaited(*models.Tx, []uuid.UUID) ([]uuid.UUID, error) { return w.kept, nil }

// TestManyWhoAreAwaitedHideNobody: people for whom tasks are kept still come first.
func TestManyWhoAreAwaitedHideNobody(t *testing.T) {
	dbtest.Each(t, func(t *testing.T, db *models.DB) {
		s, tasks := orgs.New(db, orgs.Config{}), &waits{}
		s.OnHandover(tasks)
		var people []models.Person
		for i := range 250 {
			b := base(db)
			people = append(people, models.Person{Base: b, Name: "Navn", SortKey: "navn", Email: fmt.Sprintf("nr%d@example.org", i), Language: "nb"})
			if i < 249 {
				tasks.kept = append(tasks.kept, b.ID)
			}
		}
		ok(t, db.Write(t.Context(), func(tx *models.Tx) error { return tx.G.CreateInBatches(&people, 50).Error }))
		ok(t, s.Forget(t.Context(), db.Clock.Now().Add(time.Hour)))
		if left := leftOf(t, db, "people"); strings.Contains(left, "nr249@") || !strings.Contains(left, "nr248@") {
			t.Error("the last one is not forgotten, or one that is awaited is")
		}
	})
}
