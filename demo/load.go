package demo

import (
	"context"
	"errors"
	"fmt"
	"os"
	"time"

	"github.com/google/uuid"

	"loftet/api"
	"loftet/internal/clock"
	"loftet/models"
	"loftet/orgs"
)

// Password is everyone's in the demonstration.
const Password = "lofte-i-lag-2026" //nolint:gosec // it is meant to be known; the demonstration refuses any address but loopback

// council is the organisation that runs the demonstration's rounds.
const council = "Regionrådet for Hallingdal"

// loader is one loading of the demonstration.
type loader struct {
	data   data
	now    time.Time     // when it is loaded
	clock  *clock.Manual // the day that is being played
	rooms  api.Rooms
	region uuid.UUID
	names  map[string]string // of municipalities, by number
	goals  map[string]int    // of indicators, by code
}

// LoadFile makes the demonstration database at path unless it is there. It is
// built beside path and put in place when it is complete, so that a loading
// that was broken off leaves nothing.
func LoadFile(ctx context.Context, path string, now time.Time) error {
	if _, err := os.Stat(path); err == nil {
		return nil
	}
	building := path + ".loading"
	if err := remove(building); err != nil {
		return err
	}
	played := clock.NewManual(time.Date(2025, 1, 6, 8, 0, 0, 0, time.UTC))
	db, err := models.Open(ctx, "sqlite:"+building, played)
	if err != nil {
		return err
	}
	err = models.Migrate(ctx, db)
	if err == nil {
		err = load(ctx, db, played, now)
	}
	if err := errors.Join(err, db.Close()); err != nil {
		return errors.Join(fmt.Errorf("load the demonstration: %w", err), remove(building))
	}
	return os.Rename(building, path)
}

// RemoveFile takes the demonstration database at path away.
func RemoveFile(path string) error { return remove(path) }

func remove(path string) error {
	for _, suffix := range []string{"", "-wal", "-shm"} {
		if err := os.Remove(path + suffix); err != nil && !errors.Is(err, os.ErrNotExist) {
			return err
		}
	}
	return nil
}

// load plays the demonstration on an empty, migrated database whose clock is
// the given one.
func load(ctx context.Context, db *models.DB, played *clock.Manual, now time.Time) error {
	d, err := read()
	if err != nil {
		return err
	}
	l := &loader{data: d, now: now, clock: played, rooms: api.NewRooms(db, nil, nil, "")}
	if err := l.rooms.Prepare(ctx); err != nil {
		return err
	}
	for _, step := range []func(context.Context) error{l.places, l.accounts, l.statistics, l.showFigures, l.join} {
		if err := step(ctx); err != nil {
			return err
		}
	}
	round, err := l.firstRound(ctx)
	if err != nil {
		return err
	}
	if err := l.publishNeeds(ctx, round.ID); err != nil {
		return err
	}
	if err := l.offer(ctx); err != nil {
		return err
	}
	return l.openRound(ctx)
}

// scopes are what each role works within, as in the permission table.
var scopes = map[orgs.Role]orgs.Scope{
	orgs.Respondent: orgs.ScopeMunicipality, orgs.Approver: orgs.ScopeMunicipality,
	orgs.Coordinator: orgs.ScopeRegion, orgs.Supplier: orgs.ScopeBusiness,
}

// as gives the account that has a role in an organisation as an actor.
func (l *loader) as(ctx context.Context, role orgs.Role, organisation string) (orgs.Actor, error) {
	for _, a := range l.data.accounts {
		if a.Role != string(role) || a.Organisation != organisation {
			continue
		}
		person, err := l.rooms.Orgs.PersonByEmail(ctx, a.Email)
		if err != nil {
			return orgs.Actor{}, err
		}
		actor, err := l.rooms.Orgs.Actor(ctx, person, uuid.Nil)
		actor.Scope = scopes[role]
		return actor, err
	}
	return orgs.Actor{}, fmt.Errorf("no account is %s of %s", role, organisation)
}
