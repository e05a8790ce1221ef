package needs

import (
	"context"
	"strings"
	"time"
	"unicode/utf8"

	"github.com/google/uuid"

	"loftet/internal/fault"
	"loftet/models"
	"loftet/needs/cpv"
	"loftet/orgs"
)

// Edit is what a person may change of a need. Texts hold any languages.
type Edit struct {
	Title, Fact, RootCauses, WantedEffect, Volume, Timeline models.Text

	CPV        []string // with or without check digit
	Contact    string   // a mailbox
	Deadline   models.Date
	MinimumTRL int // 0 for none
}

// maxTitle is how long a title may be, in characters.
const maxTitle = 300

// Update changes a need over the version that the actor has read. A deadline that
// is set must not have passed. A published need keeps its published version until it is published again. A stale version
// is a fault whose Current is a [Detail].
func (s *Service) Update(ctx context.Context, a orgs.Actor, id uuid.UUID, ifVersion int, in Edit) (Detail, error) {
	return s.change(ctx, a, id, ActionEdit, func(tx *models.Tx, n *models.Need) error {
		if n.Version != ifVersion {
			return fault.New(fault.Stale, "stale")
		}
		codes, faults, err := cpv.Check(tx, "cpv", in.CPV)
		if err != nil {
			return err
		}
		for lang, text := range in.Title {
			if utf8.RuneCountInString(text) > maxTitle {
				faults = append(faults, fault.OnField("title."+lang, "too_long", "max", maxTitle))
			}
		}
		if in.Deadline != "" {
			if _, err := time.Parse(time.DateOnly, string(in.Deadline)); err != nil {
				faults = append(faults, fault.OnField("deadline", "date"))
			} else if in.Deadline != n.Deadline { // one that has passed since stays, so that the rest can be edited
				faults = append(faults, passed(in.Deadline, models.DateOf(tx.Now))...)
			}
		}
		if in.MinimumTRL < 0 || in.MinimumTRL > 9 {
			faults = append(faults, fault.OnField("minimumTrl", "not_in_list"))
		}
		if len(faults) > 0 {
			return fault.InvalidFields(faults...)
		}
		n.Title, n.Fact, n.RootCauses = tidy(in.Title), tidy(in.Fact), tidy(in.RootCauses)
		n.WantedEffect, n.Volume, n.Timeline = tidy(in.WantedEffect), tidy(in.Volume), tidy(in.Timeline)
		n.CPV, n.Contact, n.Deadline, n.MinimumTRL = codes, strings.TrimSpace(in.Contact), in.Deadline, in.MinimumTRL
		if n.PriorityParts != nil {
			rules := Rules()
			n.PriorityParts[PartReadiness] = rules.readiness(n.Contact, n.Deadline)
			n.Priority = rules.sum(n.PriorityParts)
		}
		return nil
	})
}

// Confirm says that a candidate is a need.
func (s *Service) Confirm(ctx context.Context, a orgs.Actor, id uuid.UUID) (Detail, error) {
	return s.change(ctx, a, id, ActionConfirm, func(_ *models.Tx, n *models.Need) error {
		n.ConfirmedBy = &a.Person
		return nil
	})
}

// minReason is the least number of characters that make a reason.
const minReason = 3

// Reject says that a candidate is no need, and why.
func (s *Service) Reject(ctx context.Context, a orgs.Actor, id uuid.UUID, why string) (Detail, error) {
	return s.change(ctx, a, id, ActionReject, func(_ *models.Tx, n *models.Need) error {
		n.RejectReason = strings.TrimSpace(why)
		if utf8.RuneCountInString(n.RejectReason) < minReason {
			return fault.InvalidFields(fault.OnField("reason", "reason_required", "min", minReason))
		}
		return nil
	})
}

// change does one action on a need in one transaction: it reads it within the
// actor's scope, asks the table of states, lets apply work on it, and writes
// the row and the audit.
func (s *Service) change(ctx context.Context, a orgs.Actor, id uuid.UUID, action Action, apply func(*models.Tx, *models.Need) error) (Detail, error) {
	var d Detail
	err := s.db.Write(ctx, func(tx *models.Tx) error {
		n, rows, r, err := seen(tx, a, id)
		if err != nil {
			return err
		}
		if !mayChange(a) || !r.inside() {
			return fault.New(fault.Denied, "not-your-role")
		}
		before := n
		before.PriorityParts = copyParts(n.PriorityParts)
		to, err := after(action, State(n.State))
		if err == nil {
			err = apply(tx, &n)
		}
		if err == nil {
			n.State = string(to)
			err = saveNeed(tx, &n)
		}
		if f, ok := fault.As(err); ok && f.Kind == fault.Stale {
			return s.stale(tx, a, r, id, rows)
		}
		if err != nil {
			return err
		}
		if err := orgs.Audit(tx, a, change("need."+string(action), &before, &n)); err != nil {
			return err
		}
		d, err = s.detail(tx, a, r, n, rows)
		return err
	})
	return d, err
}

// stale is the fault for somebody who was not first, with the need as it is now.
func (s *Service) stale(tx *models.Tx, a orgs.Actor, r reader, id uuid.UUID, rows []models.NeedMunicipality) error {
	n, err := needByID(tx, id)
	if err != nil {
		return err
	}
	now, err := s.detail(tx, a, r, n, rows)
	if err != nil {
		return err
	}
	return &fault.Fault{Kind: fault.Stale, Code: "stale", Current: now}
}

func copyParts(parts map[string]float64) map[string]float64 {
	if parts == nil {
		return nil
	}
	c := make(map[string]float64, len(parts))
	for key, points := range parts {
		c[key] = points
	}
	return c
}

// tidy trims the texts and leaves out the empty ones.
func tidy(text models.Text) models.Text {
	kept := models.Text{}
	for lang, t := range text {
		if t = strings.TrimSpace(t); t != "" {
			kept[lang] = t
		}
	}
	return kept
}
