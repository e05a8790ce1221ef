package surveys

import (
	"errors"

	"github.com/google/uuid"
	"gorm.io/gorm"
	"gorm.io/gorm/clause"

	"loftet/internal/fault"
	"loftet/models"
)

// forUpdate holds a row until the transaction ends. SQLite has one writer and needs
// no lock.
var forUpdate = clause.Locking{Strength: "UPDATE"}

func roundByID(tx *models.Tx, id uuid.UUID, lock ...clause.Expression) (models.Round, error) {
	var round models.Round
	err := tx.G.Clauses(lock...).Where("id = ?", id).Take(&round).Error
	if errors.Is(err, gorm.ErrRecordNotFound) {
		return round, fault.Missing()
	}
	return round, err
}

// roundsUnderWay counts the rounds of a region that are not published yet.
func roundsUnderWay(tx *models.Tx, regionID uuid.UUID) (int64, error) {
	var n int64
	err := tx.G.Model(&models.Round{}).Where("region_id = ? and state not in ?", regionID, doneRounds).Count(&n).Error
	return n, err
}

// roundColumns are those of rounds o in the order of roundInto.
const roundColumns = `o.id, o.version, o.created_at, o.updated_at, o.region_id, o.questionnaire_version_id, o.name, o.year, o.method,
  o.state, o.opens_at, o.closes_at, o.closed_at, o.published_at, o.made_up, o.cohort, o.four_eyes, o.additions`

func roundInto(r *models.Round) []any {
	return []any{&r.ID, &r.Version, &r.CreatedAt, &r.UpdatedAt, &r.RegionID, &r.QuestionnaireVersionID, &r.Name, &r.Year, &r.Method,
		&r.State, &r.OpensAt, &r.ClosesAt, &r.ClosedAt, &r.PublishedAt, &r.MadeUp, &r.Cohort, &r.FourEyes, &r.Additions}
}

// askRounds asks for rounds by id.
func askRounds(ids []uuid.UUID, found map[uuid.UUID]models.Round) models.Question {
	return models.Question{SQL: "select " + roundColumns + " from rounds o where o.id in ?", Args: []any{ids}, Read: func(rows models.Rows) error {
		for rows.Next() {
			var r models.Round
			if err := rows.Scan(roundInto(&r)...); err != nil {
				return err
			}
			found[r.ID] = r
		}
		return nil
	}}
}

// roundsByID gives rounds by id; one that is not there is a fault NotFound.
func roundsByID(tx *models.Tx, ids []uuid.UUID) (map[uuid.UUID]models.Round, error) {
	found := make(map[uuid.UUID]models.Round, len(ids))
	if len(ids) == 0 {
		return found, nil
	}
	err := tx.Ask(askRounds(ids, found))
	for _, id := range ids {
		if _, there := found[id]; !there && err == nil {
			err = fault.Missing()
		}
	}
	return found, err
}

// visible narrows a query of rounds to those that the viewer may see.
func (v viewer) visible(g *gorm.DB) *gorm.DB {
	if v.all {
		return g
	}
	query := "state in ?"
	args := []any{publicRounds}
	if len(v.owned) > 0 {
		query, args = query+" or region_id in ?", append(args, v.owned)
	}
	if len(v.member) > 0 {
		query, args = query+" or (region_id in ? and state in ?)", append(args, v.member, memberRounds)
	}
	return g.Where("("+query+")", args...)
}

// roundsSeen gives the rounds a viewer may see, newest first.
func roundsSeen(tx *models.Tx, v viewer, regionID *uuid.UUID) ([]models.Round, error) {
	g := v.visible(tx.G)
	if regionID != nil {
		g = g.Where("region_id = ?", *regionID)
	}
	var rounds []models.Round
	err := g.Order("year desc, opens_at desc, id desc").Find(&rounds).Error
	return rounds, err
}

func roundSeen(tx *models.Tx, v viewer, id uuid.UUID) (models.Round, error) {
	var round models.Round
	err := v.visible(tx.G).Where("id = ?", id).Take(&round).Error
	if errors.Is(err, gorm.ErrRecordNotFound) {
		return round, fault.Missing()
	}
	return round, err
}

// roundBefore gives the latest finished round of the same region before one;
// nil when there is none.
func roundBefore(tx *models.Tx, round models.Round) (*models.Round, error) {
	var rounds []models.Round
	err := tx.G.Where("region_id = ? and id <> ? and state in ?", round.RegionID, round.ID, finished).
		Where("(? = '' or cohort = '' or cohort = ?)", round.Cohort, round.Cohort).
		Where("(year < ? or (year = ? and opens_at < ?))", round.Year, round.Year, round.OpensAt).
		Order("year desc, opens_at desc, id").Limit(1).Find(&rounds).Error
	if err != nil || len(rounds) == 0 {
		return nil, err
	}
	return &rounds[0], nil
}

func nameTaken(tx *models.Tx, regionID uuid.UUID, name string, except uuid.UUID) (bool, error) {
	var n int64
	err := tx.G.Model(&models.Round{}).Where("region_id = ? and name = ? and id <> ?", regionID, name, except).Count(&n).Error
	return n > 0, err
}

func insertRound(tx *models.Tx, round *models.Round) error { return tx.G.Create(round).Error }

// updateRoundRow writes a round and counts its version up; false when somebody
// else changed it first.
func updateRoundRow(tx *models.Tx, round *models.Round) (bool, error) {
	before := round.Version
	round.Version, round.UpdatedAt = before+1, tx.Now
	result := tx.G.Model(&models.Round{}).Where("id = ? and version = ?", round.ID, before).
		Select("version", "updated_at", "name", "state", "opens_at", "closes_at", "closed_at", "published_at", "cohort", "four_eyes").Updates(round)
	return result.RowsAffected == 1, result.Error
}

// askResponseCounts asks for each round the number of responses and of those that
// have been submitted at least once.
func askResponseCounts(rounds []uuid.UUID, counts map[uuid.UUID][2]int) models.Question {
	return models.Question{SQL: `select round_id, count(*), sum(case when revision > 0 then 1 else 0 end)
from responses where round_id in ? group by round_id`, Args: []any{rounds}, Read: func(rows models.Rows) error {
		for rows.Next() {
			var id uuid.UUID
			var n [2]int
			if err := rows.Scan(&id, &n[0], &n[1]); err != nil {
				return err
			}
			counts[id] = n
		}
		return nil
	}}
}

// roundsDue gives the scheduled rounds whose opening has come.
func roundsDue(tx *models.Tx) ([]models.Round, error) {
	var rounds []models.Round
	err := tx.G.Where("state = ? and opens_at <= ?", RoundScheduled, tx.Now).Order("opens_at, id").Find(&rounds).Error
	return rounds, err
}
