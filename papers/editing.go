package papers

import (
	"context"
	"encoding/json"
	"fmt"
	"slices"
	"strings"
	"time"

	"github.com/google/uuid"

	"loftet/internal/fault"
	"loftet/models"
	"loftet/orgs"
)

// Write changes the texts of a draft that was read as ifVersion. What the program
// words alone stays as it is. A stale version is a fault whose Current is a [Paper].
func (s *Service) Write(ctx context.Context, a orgs.Actor, id uuid.UUID, ifVersion int, in Texts) (Paper, error) {
	return s.change(ctx, a, id, ifVersion, "paper.write", func(_ *models.Tx, p *Paper) error {
		if p.State != Draft {
			return fault.New(fault.Conflict, "paper-finished")
		}
		texts, err := in.judged()
		if err != nil {
			return err
		}
		texts.Sections[Method] = p.Content.Texts.Sections[Method]
		return putTexts(&p.Paper, texts)
	})
}

// Finish closes a draft: nothing of it changes after that.
func (s *Service) Finish(ctx context.Context, a orgs.Actor, id uuid.UUID, ifVersion int) (Paper, error) {
	return s.change(ctx, a, id, ifVersion, "paper.finish", func(tx *models.Tx, p *Paper) error {
		if p.State != Draft {
			return fault.New(fault.Conflict, "paper-finished")
		}
		p.State, p.FinishedAt = Finished, &tx.Now
		return nil
	})
}

// Publish shows a finished paper to everybody. It must have been made for that, and
// every municipality that showed its own figures then must do so still.
func (s *Service) Publish(ctx context.Context, a orgs.Actor, id uuid.UUID, ifVersion int) (Paper, error) {
	return s.change(ctx, a, id, ifVersion, "paper.publish", func(tx *models.Tx, p *Paper) error {
		switch {
		case p.State != Finished:
			return fault.New(fault.Conflict, "paper-not-finished")
		case p.Audience != Public || !p.Content.Figures.Public:
			return fault.New(fault.Conflict, "paper-not-for-public")
		case p.PublishedAt != nil:
			return nil
		}
		for _, shown := range p.Content.Figures.Shows {
			organisation, err := orgs.Organisation(tx, uuid.MustParse(shown))
			if err != nil {
				return err
			}
			if !organisation.PublishesFigures {
				return fault.New(fault.Conflict, "paper-figures-withdrawn")
			}
		}
		p.PublishedAt = &tx.Now
		return nil
	})
}

// Remove takes a draft away.
func (s *Service) Remove(ctx context.Context, a orgs.Actor, id uuid.UUID) error {
	return s.db.Write(ctx, func(tx *models.Tx) error {
		p, err := s.own(tx, a, id)
		if err != nil {
			return err
		}
		if p.State != Draft {
			return fault.New(fault.Conflict, "paper-finished")
		}
		if err := deletePaper(tx, id); err != nil {
			return err
		}
		return orgs.Audit(tx, a, orgs.Change{Action: "paper.remove", Kind: "paper", ID: id.String(), Before: recorded(p.Paper)})
	})
}

func (s *Service) change(ctx context.Context, a orgs.Actor, id uuid.UUID, ifVersion int, action string, do func(*models.Tx, *Paper) error) (Paper, error) {
	var changed Paper
	err := s.db.Write(ctx, func(tx *models.Tx) error {
		p, err := s.own(tx, a, id)
		if err != nil {
			return err
		}
		stale := fault.New(fault.Stale, "stale")
		stale.Current = p
		if p.Version != ifVersion {
			return stale
		}
		before := p.Paper
		if err := do(tx, &p); err != nil {
			return err
		}
		row := p.Paper
		done, err := updatePaper(tx, &row)
		if err != nil {
			return err
		}
		if !done {
			return stale
		}
		if err := audit(tx, a, action, &before, row); err != nil {
			return err
		}
		changed, err = s.shown(tx, a, row)
		return err
	})
	return changed, err
}

// judged gives the texts as they are kept, or says what must be mended.
func (t Texts) judged() (Texts, error) {
	out := Texts{Title: line(t.Title), CaseNumber: line(t.CaseNumber), Committee: line(t.Committee), MeetingOn: t.MeetingOn, Handler: line(t.Handler),
		Sections: map[Section]string{}, Proposal: lines(t.Proposal), Attachments: lines(t.Attachments)}
	var faults []fault.Field
	if out.Title == "" {
		faults = append(faults, fault.OnField("title", "required"))
	}
	if _, err := time.Parse(time.DateOnly, t.MeetingOn); t.MeetingOn != "" && err != nil {
		faults = append(faults, fault.OnField("meetingOn", "date"))
	}
	if len(out.Proposal) == 0 {
		faults = append(faults, fault.OnField("proposal", "required"))
	}
	if len(faults) > 0 {
		return out, fault.InvalidFields(faults...)
	}
	for _, section := range Sections {
		out.Sections[section] = strings.TrimSpace(strings.ReplaceAll(t.Sections[section], "\r\n", "\n"))
	}
	return out, nil
}

func lines(items []string) []string {
	out := make([]string, 0, len(items))
	for _, item := range items {
		out = append(out, line(item))
	}
	return slices.DeleteFunc(out, func(item string) bool { return item == "" })
}

func putTexts(row *models.Paper, texts Texts) error {
	kept, err := json.Marshal(texts)
	if err != nil {
		return fmt.Errorf("keep the texts of a paper: %w", err)
	}
	row.Title, row.Texts = texts.Title, string(kept)
	return nil
}

func audit(tx *models.Tx, a orgs.Actor, action string, before *models.Paper, after models.Paper) error {
	change := orgs.Change{Action: action, Kind: "paper", ID: after.ID.String(), After: recorded(after)}
	if before != nil {
		change.Before = recorded(*before)
	}
	return orgs.Audit(tx, a, change)
}

func recorded(p models.Paper) any {
	return map[string]any{"roundId": p.RoundID, "edition": p.Edition, "state": p.State, "audience": p.Audience, "published": p.PublishedAt != nil, "texts": p.Texts}
}
