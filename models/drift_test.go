package models_test

import (
	"context"
	"sync"
	"testing"

	"gorm.io/gorm/schema"

	"loftet/internal/dbtest"
	"loftet/models"
)

// tables are all structs that stand for a table.
var tables = []any{
	&models.Organisation{}, &models.MunicipalityNumber{}, &models.NumberPredecessor{}, &models.Population{},
	&models.Region{}, &models.RegionMember{}, &models.Person{}, &models.Membership{},
	&models.Session{}, &models.LinkToken{}, &models.Attempt{}, &models.AuditEvent{}, &models.IdempotencyKey{},
	&models.Catalogue{}, &models.Indicator{}, &models.IndicatorVersion{}, &models.RoundTarget{},
	&models.Observation{}, &models.Score{}, &models.GoalScore{},
	&models.QuestionnaireVersion{}, &models.Round{}, &models.Response{}, &models.Answer{}, &models.Submission{},
	&models.Need{}, &models.NeedMunicipality{}, &models.NeedVersion{},
	&models.Solution{}, &models.Dismissal{}, &models.CPVCode{},
	&models.Participation{}, &models.CouncilDecision{}, &models.TeamMember{}, &models.Effort{}, &models.Judgement{},
	&models.QuestionnaireDraft{}, &models.Entry{},
	&models.RoundExtension{}, &models.RoundReminder{}, &models.IndicatorChoice{},
	&models.Assignment{}, &models.Attachment{},
	&models.PlausibilityQuestion{}, &models.Anchoring{}, &models.AnswerComment{},
	&models.Paper{}, &models.RoundDecision{}, &models.RoundEdition{},
}

// otherTables belong to libraries.
var otherTables = map[string]bool{"goqite": true, "goose_db_version": true}

// TestStructsAndColumnsAreTheSame fails when a struct has a field without a
// column, a column has no field, or a table has no struct.
func TestStructsAndColumnsAreTheSame(t *testing.T) {
	dbtest.Each(t, func(t *testing.T, db *models.DB) {
		err := db.Read(context.Background(), func(tx *models.Tx) error {
			found, err := tx.G.Migrator().GetTables()
			if err != nil {
				return err
			}
			known := map[string]bool{}
			for _, table := range tables {
				s, err := schema.Parse(table, &sync.Map{}, tx.G.NamingStrategy)
				if err != nil {
					return err
				}
				known[s.Table] = true
				compareColumns(t, tx, table, s)
			}
			for _, name := range found {
				if !known[name] && !otherTables[name] && name != "sqlite_sequence" {
					t.Errorf("table %s has no struct", name)
				}
			}
			return nil
		})
		if err != nil {
			t.Fatal(err)
		}
	})
}

func compareColumns(t *testing.T, tx *models.Tx, table any, s *schema.Schema) {
	t.Helper()
	columns, err := tx.G.Migrator().ColumnTypes(table)
	if err != nil {
		t.Errorf("%s: %v", s.Table, err)
		return
	}
	inTable := map[string]bool{}
	for _, c := range columns {
		inTable[c.Name()] = true
		if s.FieldsByDBName[c.Name()] == nil {
			t.Errorf("%s.%s has no field", s.Table, c.Name())
		}
	}
	for name := range s.FieldsByDBName {
		if !inTable[name] {
			t.Errorf("%s: field %s has no column", s.Table, name)
		}
	}
}
