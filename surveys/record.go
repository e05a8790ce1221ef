package surveys

import (
	"context"
	"encoding/json"
	"fmt"
	"time"

	"github.com/google/uuid"

	"loftet/indicators"
	"loftet/internal/fault"
	"loftet/models"
	"loftet/orgs"
)

// AnswerRecord is an answer as the audit keeps it.
type AnswerRecord struct {
	State          AnswerState        `json:"state"`
	Value          *float64           `json:"value,omitempty"`
	Choice         string             `json:"choice,omitempty"`
	Parts          map[string]float64 `json:"parts,omitempty"`
	Reason         string             `json:"reason,omitempty"`
	Quality        string             `json:"quality,omitempty"`
	Source         string             `json:"source,omitempty"`
	Comment        string             `json:"comment,omitempty"`
	Origin         string             `json:"origin,omitempty"`
	StatisticValue *float64           `json:"statisticValue,omitempty"`
	OverrideReason string             `json:"overrideReason,omitempty"`
	PriorityReason string             `json:"priorityReason,omitempty"`
	CaseNumber     string             `json:"caseNumber,omitempty"`
	Internal       bool               `json:"internal,omitempty"`
}

func recordOf(row *models.Answer) *AnswerRecord {
	if row == nil || row.State == "" {
		return nil
	}
	return &AnswerRecord{
		State: AnswerState(row.State), Value: row.Value, Choice: row.Choice, Parts: row.Parts, Reason: row.Reason,
		Quality: row.Quality, Source: row.Source, Comment: row.Comment, Origin: row.Origin,
		StatisticValue: row.StatisticValue, OverrideReason: row.OverrideReason, PriorityReason: row.PriorityReason,
		CaseNumber: row.CaseNumber, Internal: row.Internal,
	}
}

// AnswerChange is one change of an answer. By is nil where the service itself
// did it; From is nil for the first answer, To where it was taken away.
type AnswerChange struct {
	At       time.Time
	By       *Who
	From, To *AnswerRecord
}

// AnswerHistory gives who changed an answer of the actor's municipality, when,
// from what to what, oldest first, with the question it answers.
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
		row, err := answerTo(tx, id, pinned.Indicator)
		if err != nil || row == nil {
			return err
		}
		events, err := orgs.AuditOf(tx, "answer", row.ID.String())
		if err != nil {
			return err
		}
		changes, err = changesOf(tx, events)
		return err
	})
	return question, changes, err
}

func changesOf(tx *models.Tx, events []models.AuditEvent) ([]AnswerChange, error) {
	changes := make([]AnswerChange, 0, len(events))
	for _, event := range events {
		var difference struct{ Before, After *AnswerRecord }
		if err := json.Unmarshal([]byte(event.Difference), &difference); err != nil {
			return nil, fmt.Errorf("read change of answer %s: %w", event.ObjectID, err)
		}
		by, err := personOf(tx, event.PersonID)
		if err != nil {
			return nil, err
		}
		changes = append(changes, AnswerChange{At: event.At, By: by, From: difference.Before, To: difference.After})
	}
	return changes, nil
}
