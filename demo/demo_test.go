package demo_test

import (
	"context"
	"os"
	"path/filepath"
	"testing"
	"time"

	"github.com/google/uuid"

	"loftet/api"
	"loftet/demo"
	"loftet/internal/clock"
	"loftet/models"
	"loftet/needs"
	"loftet/orgs"
)

// now is when the demonstration is loaded here.
var now = time.Date(2026, 11, 22, 9, 0, 0, 0, time.UTC)

func loaded(t *testing.T) api.Rooms {
	t.Helper()
	path := filepath.Join(t.TempDir(), "demo.db")
	if err := demo.LoadFile(t.Context(), path, now); err != nil {
		t.Fatal(err)
	}
	db, err := models.Open(t.Context(), "sqlite:"+path, clock.NewManual(now))
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = db.Close() })
	return api.NewRooms(db, nil, nil, "")
}

func actor(t *testing.T, rooms api.Rooms, email string, scope orgs.Scope) orgs.Actor {
	t.Helper()
	person, err := rooms.Orgs.PersonByEmail(t.Context(), email)
	if err != nil {
		t.Fatal(err)
	}
	a, err := rooms.Orgs.Actor(t.Context(), person, uuid.Nil)
	if err != nil {
		t.Fatal(err)
	}
	a.Scope, a.Language = scope, "nb"
	return a
}

func TestTheWholeChainIsThere(t *testing.T) {
	rooms := loaded(t)
	ctx := context.Background()
	rounds, err := rooms.Surveys.ListRounds(ctx, orgs.Actor{Scope: orgs.ScopePublic}, nil)
	if err != nil || len(rounds) != 2 {
		t.Fatalf("%d rounds, %v", len(rounds), err)
	}
	if rounds[0].State != "open" || rounds[0].Submitted != 3 || rounds[1].State != "published" || rounds[1].Submitted != 6 {
		t.Errorf("rounds %s %d, %s %d", rounds[0].State, rounds[0].Submitted, rounds[1].State, rounds[1].Submitted)
	}
	page, err := rooms.Needs.ListPublished(ctx, orgs.Actor{Scope: orgs.ScopePublic}, needs.PublicQuery{Limit: 20})
	if err != nil || page.Total != 4 {
		t.Fatalf("%d needs, %v", page.Total, err)
	}
	for _, n := range page.Items {
		if !n.MadeUp {
			t.Errorf("need %v does not say that it is made up", n.Title)
		}
	}
}

func TestTheBusinessSeesWhyItsSolutionFits(t *testing.T) {
	rooms := loaded(t)
	supplier := actor(t, rooms, "firma@fjellvann.example", orgs.ScopeBusiness)
	matches, err := rooms.Matching.ForBusiness(t.Context(), supplier, nil)
	if err != nil || len(matches) == 0 {
		t.Fatalf("%d matches, %v", len(matches), err)
	}
	best := matches[0]
	if best.Match.Score < 70 {
		t.Errorf("best match %+v", best.Match)
	}
	sum := 0.0
	for _, p := range best.Match.Parts {
		sum += p.Points
	}
	if diff := sum - best.Match.Score; diff > 1e-9 || diff < -1e-9 {
		t.Errorf("parts sum to %v, score is %v", sum, best.Match.Score)
	}
}

func TestWhatPeopleWroteIsKept(t *testing.T) {
	path := filepath.Join(t.TempDir(), "demo.db")
	for range 2 {
		if err := demo.LoadFile(t.Context(), path, now); err != nil {
			t.Fatal(err)
		}
		info, err := os.Stat(path)
		if err != nil {
			t.Fatal(err)
		}
		now = now.Add(time.Hour)
		if _, err := os.Stat(path + ".loading"); !os.IsNotExist(err) {
			t.Errorf("the building place is still there beside %s", info.Name())
		}
	}
	first, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if err := demo.LoadFile(t.Context(), path, now); err != nil {
		t.Fatal(err)
	}
	again, err := os.ReadFile(path)
	if err != nil || string(again) != string(first) {
		t.Errorf("a second start changed the database: %v", err)
	}
}
