package surveys

import (
	"slices"
	"strings"
	"time"

	"github.com/google/uuid"

	"loftet/internal/fault"
	"loftet/models"
)

// JudgementKinds are what a municipality can say of itself.
var JudgementKinds = []string{"strength", "weakness"}

// JudgementText is a strength or a weakness in a municipality's own words. Goal is 0
// where it belongs to no goal alone. EndedOn is empty as long as it holds; what no
// longer holds says why.
type JudgementText struct {
	Kind      string      `json:"kind"`
	Goal      int         `json:"goal"`
	Text      string      `json:"text"`
	Source    string      `json:"source,omitempty"`
	JudgedOn  models.Date `json:"judgedOn"`
	EndedOn   models.Date `json:"endedOn,omitempty"`
	EndReason string      `json:"endReason,omitempty"`
}

// Judgement is one of them as it stands, or stood. By is nil where the service itself
// wrote it. Round by round it is carried on until it ends.
type Judgement struct {
	ID      uuid.UUID
	Version int
	By      *Who
	JudgementText

	by *uuid.UUID
}

// Holds tells whether a strength or weakness holds still.
func (t JudgementText) Holds() bool { return t.EndedOn == "" }

// checked gives it with its texts cut, or what must be mended.
func (t JudgementText) checked(today models.Date) (JudgementText, error) {
	t.Text, t.Source, t.EndReason = strings.TrimSpace(t.Text), strings.TrimSpace(t.Source), strings.TrimSpace(t.EndReason)
	var faults []fault.Field
	found := func(wrong bool, path, code string) {
		if wrong {
			faults = append(faults, fault.OnField(path, code))
		}
	}
	found(!slices.Contains(JudgementKinds, t.Kind), "kind", "not_in_list")
	found(t.Goal < 0 || t.Goal > 17, "goal", "not_in_list")
	found(t.Text == "", "text", "required")
	found(t.JudgedOn > today, "judgedOn", "in_future")
	found(!isDay(t.JudgedOn), "judgedOn", "date")
	if t.EndedOn == "" {
		t.EndReason = ""
	} else {
		found(t.EndedOn > today, "endedOn", "in_future")
		found(t.EndedOn < t.JudgedOn, "endedOn", "before_start")
		found(!isDay(t.EndedOn), "endedOn", "date")
		found(t.EndReason == "", "endReason", "required")
	}
	if len(faults) > 0 {
		return t, fault.InvalidFields(faults...)
	}
	return t, nil
}

func isDay(day models.Date) bool {
	_, err := time.Parse(time.DateOnly, string(day))
	return err == nil
}

func judgementTextOf(row models.Judgement) JudgementText {
	return JudgementText{row.Kind, row.Goal, row.Text, row.Source, row.JudgedOn, row.EndedOn, row.EndReason}
}

func (t JudgementText) fill(row *models.Judgement) {
	row.Kind, row.Goal, row.Text, row.Source = t.Kind, t.Goal, t.Text, t.Source
	row.JudgedOn, row.EndedOn, row.EndReason = t.JudgedOn, t.EndedOn, t.EndReason
}
