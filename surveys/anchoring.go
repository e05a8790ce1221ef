package surveys

import (
	"context"
	"slices"
	"strings"
	"time"

	"github.com/google/uuid"

	"loftet/internal/fault"
	"loftet/models"
	"loftet/orgs"
)

// Level is where in the municipality a decision was made.
type Level string

// Levels are those at which a response is anchored, both of them.
const (
	Administrative Level = "administrative"
	Political      Level = "political"
)

// Levels are the levels in their usual order.
var Levels = []Level{Administrative, Political}

// Anchoring is a decision on a submitted revision as it is on record.
type Anchoring struct {
	models.Anchoring
	RecordedBy *Who
	Latest     bool // on the revision that counts
}

// AnchoringInput is a decision as it is recorded.
type AnchoringInput struct {
	Body       string
	CaseNumber string
	DecidedOn  models.Date
	Text       string
	Link       string
}

// ListAnchorings gives the decisions on a response, those on the latest revision
// first, and the levels at which that one has none yet.
func (s *Service) ListAnchorings(ctx context.Context, a orgs.Actor, id uuid.UUID) (list []Anchoring, missing []Level, err error) {
	err = s.db.Read(ctx, func(tx *models.Tx) error {
		o, err := s.open(tx, a, id)
		if err != nil {
			return err
		}
		list, err = anchoringsShown(tx, o.response)
		missing = missingLevels(list)
		return err
	})
	return list, missing, err
}

// RecordAnchoring records the decision of a level on the latest revision, or mends
// what was recorded as ifVersion; 0 is none. With both levels on record the response
// is anchored. A stale version is a fault whose Current is an [Anchoring].
func (s *Service) RecordAnchoring(ctx context.Context, a orgs.Actor, id uuid.UUID, level Level, ifVersion int, in AnchoringInput) (Anchoring, error) {
	var recorded Anchoring
	err := s.db.Write(ctx, func(tx *models.Tx) error {
		o, err := s.hold(tx, a, id)
		if err != nil {
			return err
		}
		if err := mayAct(a, o.situation(), Anchor, ""); err != nil {
			return err
		}
		if in, err = in.judged(tx.Now); err != nil {
			return err
		}
		list, err := anchoringsShown(tx, o.response)
		if err != nil {
			return err
		}
		before := models.Anchoring{Base: models.Base{ID: models.NewID(), CreatedAt: tx.Now, UpdatedAt: tx.Now}, ResponseID: id, Revision: o.response.Revision, Level: string(level)}
		if i := slices.IndexFunc(list, func(x Anchoring) bool { return x.Latest && x.Level == string(level) }); i >= 0 {
			before = list[i].Anchoring
		}
		if before.Version != ifVersion {
			return staleAnchoring(list, level)
		}
		row := before
		row.Body, row.CaseNumber, row.DecidedOn, row.Text, row.Link, row.RecordedBy = in.Body, in.CaseNumber, in.DecidedOn, in.Text, in.Link, byWhom(a)
		if err := saveAnchoring(tx, &row); err != nil {
			return err
		}
		if err := auditAnchoring(tx, a, before, row); err != nil {
			return err
		}
		recorded, err = s.anchored(tx, a, o, row.ID)
		return err
	})
	return recorded, err
}

// anchored takes a response on once both levels have decided, and gives the
// decision that was recorded.
func (s *Service) anchored(tx *models.Tx, a orgs.Actor, o opened, id uuid.UUID) (Anchoring, error) {
	list, err := anchoringsShown(tx, o.response)
	if err != nil {
		return Anchoring{}, err
	}
	if before := o.response; len(missingLevels(list)) == 0 && before.State != string(Anchored) {
		o.response.State = string(Anchor.leadsTo(ResponseState(before.State)))
		if err := s.store(tx, a, before, &o.response, "response.anchor"); err != nil {
			return Anchoring{}, err
		}
	}
	return list[slices.IndexFunc(list, func(x Anchoring) bool { return x.ID == id })], nil
}

// judged gives the decision as it is kept, or says what must be mended.
func (in AnchoringInput) judged(now time.Time) (AnchoringInput, error) {
	in.Body, in.CaseNumber = strings.TrimSpace(in.Body), strings.TrimSpace(in.CaseNumber)
	in.Text, in.Link = strings.TrimSpace(in.Text), strings.TrimSpace(in.Link)
	var faults []fault.Field
	if in.Body == "" {
		faults = append(faults, fault.OnField("body", "required"))
	}
	if _, err := time.Parse(time.DateOnly, string(in.DecidedOn)); err != nil {
		faults = append(faults, fault.OnField("decidedOn", "date"))
	} else if in.DecidedOn > models.DateOf(now) {
		faults = append(faults, fault.OnField("decidedOn", "not_in_past"))
	}
	if len(faults) > 0 {
		return in, fault.InvalidFields(faults...)
	}
	return in, nil
}

func anchoringsShown(tx *models.Tx, response models.Response) ([]Anchoring, error) {
	rows, err := anchoringsOf(tx, response.ID)
	if err != nil {
		return nil, err
	}
	var people []uuid.UUID
	for _, row := range rows {
		people = appendPerson(people, row.RecordedBy)
	}
	names, err := orgs.PersonNames(tx, unique(people))
	list := make([]Anchoring, len(rows))
	for i, row := range rows {
		list[i] = Anchoring{Anchoring: row, RecordedBy: whoOf(names, row.RecordedBy), Latest: row.Revision == response.Revision}
	}
	return list, err
}

// missingLevels gives the levels at which the latest revision has no decision.
func missingLevels(list []Anchoring) []Level {
	return slices.DeleteFunc(slices.Clone(Levels), func(level Level) bool {
		return slices.ContainsFunc(list, func(x Anchoring) bool { return x.Latest && x.Level == string(level) })
	})
}

func staleAnchoring(list []Anchoring, level Level) error {
	stale := fault.New(fault.Stale, "stale")
	for _, x := range list {
		if x.Latest && x.Level == string(level) {
			stale.Current = x
		}
	}
	return stale
}

func auditAnchoring(tx *models.Tx, a orgs.Actor, before, after models.Anchoring) error {
	record := func(x models.Anchoring) any {
		if x.Version == 0 {
			return nil
		}
		return map[string]any{"responseId": x.ResponseID, "revision": x.Revision, "level": x.Level, "body": x.Body, "caseNumber": x.CaseNumber,
			"decidedOn": x.DecidedOn, "text": x.Text, "link": x.Link}
	}
	return orgs.Audit(tx, a, orgs.Change{Action: "anchoring.record", Kind: "anchoring", ID: after.ID.String(), Before: record(before), After: record(after)})
}
