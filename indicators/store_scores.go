package indicators

import (
	"encoding/json"
	"fmt"

	"github.com/google/uuid"

	"loftet/models"
)

func insertObservations(tx *models.Tx, rows []models.Observation) error {
	return models.InsertAll(tx, rows)
}

// observationsOf gives what a submission says of some indicators.
func observationsOf(tx *models.Tx, submissionID uuid.UUID, of []uuid.UUID) ([]models.Observation, error) {
	var rows []models.Observation
	err := tx.G.Where("submission_id = ? and indicator_id in ?", submissionID, of).Order("id").Find(&rows).Error
	return rows, err
}

func insertScores(tx *models.Tx, scores []models.Score, goals []models.GoalScore) error {
	if err := models.InsertAll(tx, scores); err != nil {
		return err
	}
	return models.InsertAll(tx, goals)
}

// deleteScores takes away the goal scores of a submission and the scores of some
// indicators.
func deleteScores(tx *models.Tx, submissionID uuid.UUID, of []uuid.UUID) error {
	rows := tx.G.Model(&models.Observation{}).Select("id").Where("submission_id = ? and indicator_id in ?", submissionID, of)
	if err := tx.G.Where("observation_id in (?)", rows).Delete(&models.Score{}).Error; err != nil {
		return err
	}
	return tx.G.Where("submission_id = ?", submissionID).Delete(&models.GoalScore{}).Error
}

// latestSubmissions gives the newest submission of each response of a round.
func latestSubmissions(tx *models.Tx, roundID uuid.UUID) ([]submissionRows, error) {
	var rows []models.Submission
	err := tx.G.Select("id", "organisation_id").Where("round_id = ? and latest", roundID).Order("id").Find(&rows).Error
	list := make([]submissionRows, len(rows))
	for i, row := range rows {
		list[i] = submissionRows{ID: row.ID, OrganisationID: row.OrganisationID}
	}
	return list, err
}

// submissions says which submissions s are read.
type submissions struct {
	where string
	args  []any
}

// counting are the newest submissions of some rounds.
func counting(rounds ...uuid.UUID) submissions {
	return submissions{"s.round_id in ? and s.latest", []any{rounds}}
}

// submittedOf gives those of some indicators that some submissions speak of.
func submittedOf(tx *models.Tx, which submissions, of []Indicator) (map[uuid.UUID]bool, error) {
	found := map[uuid.UUID]bool{}
	if len(of) == 0 {
		return found, nil
	}
	ids := make([]uuid.UUID, len(of))
	for i, in := range of {
		ids[i] = in.ID
	}
	var rows []uuid.UUID
	err := tx.G.Raw(`select distinct o.indicator_id from submissions s join observations o on o.submission_id = s.id
where o.indicator_id in ? and `+which.where, append([]any{ids}, which.args...)...).Scan(&rows).Error
	for _, id := range rows {
		found[id] = true
	}
	return found, err
}

// answeredGoals gives for each municipality the goals that its submission has a goal
// score row for: those it has not left out.
func answeredGoals(tx *models.Tx, which submissions) (map[uuid.UUID]map[int]bool, error) {
	var rows []struct {
		OrganisationID uuid.UUID
		Goal           int
	}
	err := tx.G.Raw(`select s.organisation_id, coalesce(g.goal, 0) as goal
from submissions s left join goal_scores g on g.submission_id = s.id
where `+which.where, which.args...).Scan(&rows).Error
	goals := map[uuid.UUID]map[int]bool{}
	for _, row := range rows {
		if goals[row.OrganisationID] == nil {
			goals[row.OrganisationID] = map[int]bool{}
		}
		goals[row.OrganisationID][row.Goal] = true
	}
	return goals, err
}

// notChosen gives the indicators that municipalities leave out of their submissions.
func notChosen(tx *models.Tx, which submissions) (map[uuid.UUID]map[uuid.UUID]bool, error) {
	var rows []models.Submission
	err := tx.G.Table("submissions s").Select("organisation_id", "not_chosen").Where("s.not_chosen <> ''").Where(which.where, which.args...).Find(&rows).Error
	found := map[uuid.UUID]map[uuid.UUID]bool{}
	for _, row := range rows {
		var ids []uuid.UUID
		if err := json.Unmarshal([]byte(row.NotChosen), &ids); err != nil {
			return nil, fmt.Errorf("read what %s leaves out: %w", row.OrganisationID, err)
		}
		found[row.OrganisationID] = map[uuid.UUID]bool{}
		for _, id := range ids {
			found[row.OrganisationID][id] = true
		}
	}
	return found, err
}

// revisionsOf sums up the submitted revisions of a round and its editions.
func revisionsOf(tx *models.Tx, roundID uuid.UUID) (sum int64, err error) {
	err = tx.G.Raw("select (select coalesce(sum(revision), 0) from responses where round_id = ?) + (select count(*) from round_editions where round_id = ?)", roundID, roundID).Row().Scan(&sum)
	return sum, err
}

// submittedFigures hands over the observations of submissions, but for silence, which
// does not hide what statistics know. They are read by hand.
func submittedFigures(tx *models.Tx, which submissions, take func(models.Observation)) error {
	rows, err := tx.G.Raw(`select o.id, o.indicator_id, o.organisation_id, o.submission_id, o.year, o.state, o.value, o.source, o.quality,
  o.confirmed, o.priority_reason
from submissions s join observations o on o.submission_id = s.id
where o.state <> ? and `+which.where, append([]any{StateNotAnswered}, which.args...)...).Rows()
	if err != nil {
		return err
	}
	defer func() { _ = rows.Close() }()
	var submission uuid.UUID
	var shared *uuid.UUID
	for rows.Next() {
		var o models.Observation
		if err := rows.Scan(&o.ID, &o.IndicatorID, &o.OrganisationID, &submission, &o.Year, &o.State, &o.Value, &o.Source, &o.Quality,
			&o.Confirmed, &o.PriorityReason); err != nil {
			return err
		}
		if shared == nil || *shared != submission {
			id := submission
			shared = &id
		}
		o.SubmissionID = shared
		take(o)
	}
	return rows.Err()
}
