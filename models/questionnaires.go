package models

import (
	"time"

	"github.com/google/uuid"
)

// QuestionnaireDraft is a questionnaire that a region is making; Document is JSON.
// What is published of it is a QuestionnaireVersion.
type QuestionnaireDraft struct {
	Base
	RegionID    uuid.UUID
	CatalogueID uuid.UUID
	Name        string
	SortKey     string
	Document    string
	ArchivedAt  *time.Time
}

// TableName gives the name of the table.
func (QuestionnaireDraft) TableName() string { return "questionnaires" }

// Entry is the answer to a question of a questionnaire's own, in a row of a repeat or
// in row 0. Value is JSON; empty where the answer was taken away.
type Entry struct {
	ID         uuid.UUID `gorm:"primaryKey"`
	ResponseID uuid.UUID
	Name       string
	Row        int
	Value      string
	Version    int
	UpdatedBy  *uuid.UUID
	UpdatedAt  time.Time
}
