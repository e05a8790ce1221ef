package surveys

import (
	"cmp"
	"context"
	"encoding/json"
	"fmt"
	"maps"
	"slices"
	"time"

	"github.com/google/uuid"

	"loftet/indicators"
	"loftet/internal/fault"
	"loftet/models"
	"loftet/orgs"
)

// HistoryKind is what happened to an answer, or to the response it stands in.
type HistoryKind string

// The kinds of what happened.
const (
	AnswerChanged     HistoryKind = "changed"
	ResponseReturned  HistoryKind = "returned"
	ResponseSubmitted HistoryKind = "submitted"
	ResponseReopened  HistoryKind = "reopened"
	QuestionAsked     HistoryKind = "asked"
	AnswerStoodBy     HistoryKind = "stood_by"
	AnswerCorrected   HistoryKind = "corrected"
	QuestionTakenBack HistoryKind = "withdrawn"
	EvidenceAdded     HistoryKind = "evidence_added"
	EvidenceTaken     HistoryKind = "evidence_taken"
)

// AnswerChange is something that happened to an answer. By is nil where the service
// itself did it. Of a change, From is nil for the first answer and To where it was
// taken away. Why is the reason that was given, empty where none was; Revision the
// one that was submitted or asked about. Of an answer to one of the questionnaire's own
// questions Before and After tell what From and To tell of others, as [Entry] does. Of
// evidence that came or went Evidence is what it is called; empty once that is forgotten.
type AnswerChange struct {
	At       time.Time
	Kind     HistoryKind
	By       *Who
	From, To *AnswerRecord
	Why      string
	Revision int

	Before, After any

	Evidence string

	by *uuid.UUID
}

// AnswerHistory gives what happened to an answer of the actor's municipality: who
// changed it, when, from what to what and why, and the revisions it was submitted
// in, oldest first, with the question it answers.
func (s *Service) AnswerHistory(ctx context.Context, a orgs.Actor, id uuid.UUID, code string) (
	question indicators.Indicator, changes []AnswerChange, err error,
) {
	err = s.db.Read(ctx, func(tx *models.Tx) error {
		o, err := s.open(tx, a, id)
		if err != nil {
			return err
		}
		pinned, _, asked := o.asked.find(code)
		if !asked {
			return fault.Missing()
		}
		texts, err := s.indicators.ByVersions(tx, []uuid.UUID{pinned.Version})
		if err != nil {
			return err
		}
		question = texts[0]
		changes, err = historyOf(tx, id, pinned.Indicator)
		changes = ofSection(a, changes)
		return err
	})
	return question, changes, err
}

// historyOf puts together what the audit has of an answer, of its response and of
// the questions about it.
func historyOf(tx *models.Tx, response, indicator uuid.UUID) ([]AnswerChange, error) {
	changes, err := evidenceHistory(tx, response, indicator)
	if err != nil {
		return nil, err
	}
	row, err := answerTo(tx, response, indicator)
	if err != nil || row == nil && len(changes) == 0 {
		return nil, err
	}
	if row != nil {
		answered, err := audited(tx, response, "answer", row.ID)
		if err != nil {
			return nil, err
		}
		changes = append(answered, changes...)
	}
	questions, err := questionsOf(tx, response)
	if err != nil {
		return nil, err
	}
	for _, q := range questions {
		if isAbout(q, &indicator, "") {
			changes = append(changes, changesBy(q)...)
		}
	}
	return withNames(tx, sinceAnswered(changes))
}

// evidenceHistory tells of the evidence that stood behind an answer at any time.
func evidenceHistory(tx *models.Tx, response, indicator uuid.UUID) ([]AnswerChange, error) {
	ever, err := evidenceEverOf(tx, response, indicator)
	if err != nil || len(ever) == 0 {
		return nil, err
	}
	called := make(map[string]string, len(ever))
	for _, e := range ever {
		called[e.ID.String()] = cmp.Or(e.Title, e.Name, e.Link)
	}
	events, err := orgs.AuditOfAll(tx, []string{"attachment"}, slices.Collect(maps.Keys(called)))
	changes := make([]AnswerChange, 0, len(events))
	for _, event := range events {
		change := AnswerChange{At: event.At, Kind: EvidenceAdded, by: event.PersonID, Evidence: called[event.ObjectID]}
		if event.Action == evidenceTaken {
			change.Kind = EvidenceTaken
		}
		changes = append(changes, change)
	}
	return changes, err
}

// EntryHistory gives what happened to an answer to one of the questionnaire's own
// questions, in a row of a repeat or in row 0, as [Service.AnswerHistory] does, and the
// files that ever answered the question, those that are gone too.
func (s *Service) EntryHistory(ctx context.Context, a orgs.Actor, id uuid.UUID, name string, row int) (changes []AnswerChange, files []Attachment, err error) {
	err = s.db.Read(ctx, func(tx *models.Tx) error {
		o, err := s.open(tx, a, id)
		if err != nil {
			return err
		}
		if _, _, asked := o.entryPlace(name, row); !asked {
			return fault.Missing()
		}
		entries, err := entriesOf(tx, o)
		if err != nil {
			return err
		}
		entry := entryAt(entries, name, row)
		if entry == nil {
			return nil
		}
		if changes, err = audited(tx, id, "entry", entry.ID); err != nil {
			return err
		}
		questions, err := questionsOf(tx, id)
		if err != nil {
			return err
		}
		for _, q := range questions {
			if isAbout(q, nil, name) {
				changes = append(changes, changesBy(q)...)
			}
		}
		if changes, err = withNames(tx, sinceAnswered(changes)); err != nil {
			return err
		}
		changes = ofSection(a, changes)
		files, err = filesEverOf(tx, id, name)
		return err
	})
	return changes, files, err
}

// ofSection keeps from the session of a link why the whole response was given back or
// opened again: the reason may be about sections that are not its own.
func ofSection(a orgs.Actor, changes []AnswerChange) []AnswerChange {
	if a.Section == nil {
		return changes
	}
	for i, change := range changes {
		if change.Kind == ResponseReturned || change.Kind == ResponseReopened {
			changes[i].Why = ""
		}
	}
	return changes
}

// audited gives what the audit tells of an answer and of its response.
func audited(tx *models.Tx, response uuid.UUID, kind string, id uuid.UUID) ([]AnswerChange, error) {
	events, err := orgs.AuditOf(tx, kind, id.String())
	if err != nil {
		return nil, err
	}
	around, err := orgs.AuditOf(tx, "response", response.String())
	if err != nil {
		return nil, err
	}
	var changes []AnswerChange
	for _, event := range append(events, around...) {
		change, telling, err := changeOf(event)
		if err != nil {
			return nil, err
		}
		if telling {
			changes = append(changes, change)
		}
	}
	return changes, nil
}

// sinceAnswered orders the changes by time and leaves out what was before there was an
// answer or evidence for one.
func sinceAnswered(changes []AnswerChange) []AnswerChange {
	slices.SortStableFunc(changes, func(x, y AnswerChange) int { return x.At.Compare(y.At) })
	first := slices.IndexFunc(changes, func(c AnswerChange) bool { return c.Kind == AnswerChanged || c.Kind == EvidenceAdded })
	return changes[max(first, 0):]
}

func withNames(tx *models.Tx, changes []AnswerChange) ([]AnswerChange, error) {
	var people []uuid.UUID
	for _, c := range changes {
		people = appendPerson(people, c.by)
	}
	names, err := orgs.PersonNames(tx, unique(people))
	for i := range changes {
		changes[i].By = whoOf(names, changes[i].by)
	}
	return changes, err
}

// telling are the steps of a response that tell something about its answers.
var telling = map[string]HistoryKind{
	"response." + string(Return): ResponseReturned, "response." + string(Submit): ResponseSubmitted, "response." + string(Reopen): ResponseReopened,
}

// changeOf reads an audit row; false for a step that tells nothing of an answer.
func changeOf(event models.AuditEvent) (AnswerChange, bool, error) {
	change := AnswerChange{At: event.At, Kind: AnswerChanged, by: event.PersonID}
	if event.ObjectKind == "entry" {
		var difference struct{ Before, After struct{ Value any } }
		if err := json.Unmarshal([]byte(event.Difference), &difference); err != nil {
			return change, false, fmt.Errorf("read change of entry %s: %w", event.ObjectID, err)
		}
		change.Before, change.After = difference.Before.Value, difference.After.Value
		return change, true, nil
	}
	if event.ObjectKind == "answer" {
		var difference struct{ Before, After *AnswerRecord }
		if err := json.Unmarshal([]byte(event.Difference), &difference); err != nil {
			return change, false, fmt.Errorf("read change of answer %s: %w", event.ObjectID, err)
		}
		change.From, change.To = difference.Before, difference.After
		if change.To != nil {
			change.Why = change.To.OverrideReason
		}
		return change, true, nil
	}
	kind, tells := telling[event.Action]
	if !tells {
		return change, false, nil
	}
	var difference struct{ After responseRecord }
	if err := json.Unmarshal([]byte(event.Difference), &difference); err != nil {
		return change, false, fmt.Errorf("read step of response %s: %w", event.ObjectID, err)
	}
	change.Kind, change.Revision = kind, difference.After.Revision
	if kind != ResponseSubmitted {
		change.Why = difference.After.Reason
	}
	return change, true, nil
}

// changesBy tells of a question: when it was asked, and what became of it.
func changesBy(q models.PlausibilityQuestion) []AnswerChange {
	list := []AnswerChange{{At: q.AskedAt, Kind: QuestionAsked, by: q.AskedBy, Why: q.Reason, Revision: q.Revision}}
	if q.SettledAt == nil {
		return list
	}
	settled := AnswerChange{At: *q.SettledAt, Kind: AnswerStoodBy, by: q.SettledBy, Why: q.Reply, Revision: q.Revision}
	switch QuestionState(q.State) {
	case QuestionCorrected:
		settled.Kind, settled.Revision = AnswerCorrected, q.SettledRevision
	case QuestionWithdrawn:
		settled.Kind = QuestionTakenBack
	}
	return append(list, settled)
}
