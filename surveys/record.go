package surveys

import "loftet/models"

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
