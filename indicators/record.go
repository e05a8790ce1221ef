package indicators

import (
	"fmt"
	"maps"
	"math"
	"slices"

	"github.com/google/uuid"

	"loftet/indicators/scoring"
	"loftet/models"
)

// recordSubmission turns a submission's answers into observations and scores.
func (s *Service) recordSubmission(tx *models.Tx, in Submitted) error {
	asked, err := s.Asked(tx, in.QuestionnaireID)
	if err != nil {
		return err
	}
	if in.Targets == nil {
		if in.Targets, err = targetsOf(tx, in.RoundID); err != nil {
			return err
		}
	}
	more, err := s.ByVersions(tx, in.Additional)
	if err != nil {
		return err
	}
	all := slices.Concat(asked, more)
	sc, err := newScorer(in.Method, all, in.Targets)
	if err != nil {
		return err
	}
	byID := byIDs(all)
	rows := make([]models.Observation, 0, len(in.Answers))
	for _, answer := range in.Answers {
		i, ok := byID[answer.IndicatorID]
		if !ok {
			return fmt.Errorf("the round does not ask for indicator %s", answer.IndicatorID)
		}
		if slices.Contains(in.LeftOut, i.Goal) || i.Derived() {
			continue
		}
		row, err := in.observation(answer, tx)
		if err != nil {
			return fmt.Errorf("%s: %w", i.Code, err)
		}
		rows = append(rows, row)
	}
	if rows, err = in.derive(tx, all, rows); err != nil {
		return err
	}
	if err := insertObservations(tx, rows); err != nil {
		return err
	}
	return s.storeScores(tx, sc, asked, more, submissionRows{ID: in.SubmissionID, RoundID: in.RoundID,
		OrganisationID: in.OrganisationID, LeftOut: in.LeftOut, Observations: rows})
}

// observation makes the row of one answer. Everything but silence is what the
// municipality stands by.
func (in Submitted) observation(a SubmittedAnswer, tx *models.Tx) (models.Observation, error) {
	if (a.State == StateValue) != (a.Value != nil) {
		return models.Observation{}, fmt.Errorf("state %s does not fit the value", a.State)
	}
	if a.Value != nil && (math.IsNaN(*a.Value) || math.IsInf(*a.Value, 0)) {
		return models.Observation{}, fmt.Errorf("the value is not finite")
	}
	if a.Year == 0 {
		a.Year = in.Year
	}
	return models.Observation{ID: models.NewID(), IndicatorID: a.IndicatorID, OrganisationID: in.OrganisationID,
		Year: a.Year, State: a.State, Value: a.Value, Origin: OriginResponse, Source: a.Source, Quality: a.Quality,
		PriorityReason: a.PriorityReason, Confirmed: a.State != StateNotAnswered, SubmissionID: &in.SubmissionID, RoundID: &in.RoundID,
		Revision: 1, CreatedAt: tx.Now}, nil
}

// Asked gives the indicators of a questionnaire version, as it pins them. It
// never changes but for texts, so each is read once and storeVersion drops what
// it rewords.
func (s *Service) Asked(tx *models.Tx, questionnaireID uuid.UUID) ([]Indicator, error) {
	if known, ok := s.pinned.Load(questionnaireID); ok {
		return slices.Clone(known.([]Indicator)), nil
	}
	document, err := questionnaireDocument(tx, questionnaireID)
	if err != nil {
		return nil, err
	}
	versions, err := PinnedVersions(document)
	if err != nil {
		return nil, err
	}
	list, err := s.indicatorsByVersion(tx, versions)
	if err == nil {
		s.pinned.Store(questionnaireID, slices.Clone(list))
	}
	return list, err
}

// byIDs finds indicators by their ids.
func byIDs(list []Indicator) map[uuid.UUID]*Indicator {
	found := make(map[uuid.UUID]*Indicator, len(list))
	for i := range list {
		found[list[i].ID] = &list[i]
	}
	return found
}

// submissionRows is a submission as its scores see it.
type submissionRows struct {
	ID, RoundID, OrganisationID uuid.UUID
	LeftOut                     []int
	Observations                []models.Observation
}

// storeScores writes the scores and goal scores of a submission. Each names the
// version of the indicator and the target that it was made by.
func (s *Service) storeScores(tx *models.Tx, sc *scorer, asked, more []Indicator, sub submissionRows) error {
	versions := byIDs(slices.Concat(asked, more))
	beside := byIDs(more)
	var baskets [goalCount + 1]int
	for i := range asked {
		baskets[asked[i].Goal]++
	}
	var results [goalCount + 1][]scoring.Result
	scores := make([]models.Score, 0, len(sub.Observations))
	for _, o := range sub.Observations {
		in := versions[o.IndicatorID]
		row := models.Score{ObservationID: o.ID, SubmissionID: sub.ID, RoundID: sub.RoundID,
			OrganisationID: sub.OrganisationID, IndicatorID: o.IndicatorID, IndicatorVersionID: in.VersionID,
			Method: string(sc.method.ID()), Colour: string(scoring.Grey)}
		if scale := sc.scales[o.IndicatorID]; scale != nil {
			r := sc.result(scale, o.State, o.Value, o.Year)
			if beside[o.IndicatorID] == nil {
				results[in.Goal] = append(results[in.Goal], r)
			}
			row.Colour, row.Band, row.Imputed = colourOf(r.Colour), string(r.Band()), r.Imputed
			if r.Scored {
				row.Score = &r.Score
			}
			b := sc.bounds[o.IndicatorID]
			row.RoundTargetID, row.TargetVersion = b.TargetID, b.TargetVersion
		}
		scores = append(scores, row)
	}
	goals := make([]models.GoalScore, 0, goalCount)
	for goal := 1; goal <= goalCount; goal++ {
		if baskets[goal] == 0 || slices.Contains(sub.LeftOut, goal) {
			continue
		}
		g := sc.goal(goal, baskets[goal], results[goal])
		goals = append(goals, models.GoalScore{SubmissionID: sub.ID, Goal: goal, RoundID: sub.RoundID,
			OrganisationID: sub.OrganisationID, Method: string(sc.method.ID()), Score: g.Score, Colour: g.Colour,
			Available: g.Available, Total: g.Total})
	}
	return insertScores(tx, scores, goals)
}

const goalCount = 17

// rescore makes the scores of a round's submissions again, after one of its
// targets has changed. Observations stay as they are, and so do scores of what was
// answered beside the questionnaire, which has no targets.
func (s *Service) rescore(tx *models.Tx, roundID uuid.UUID) error {
	submissions, err := latestSubmissions(tx, roundID)
	if err != nil || len(submissions) == 0 {
		return err
	}
	round, err := roundByID(tx, roundID)
	if err != nil {
		return err
	}
	asked, err := s.Asked(tx, round.QuestionnaireVersionID)
	if err != nil {
		return err
	}
	targets, err := targetsOf(tx, roundID)
	if err != nil {
		return err
	}
	sc, err := newScorer(round.Method, asked, targets)
	if err != nil {
		return err
	}
	answered, err := answeredGoals(tx, counting(roundID))
	if err != nil {
		return err
	}
	basket := slices.Collect(maps.Keys(byIDs(asked)))
	for _, sub := range submissions {
		sub.RoundID = roundID
		sub.LeftOut = leftOut(asked, answered[sub.OrganisationID])
		if sub.Observations, err = observationsOf(tx, sub.ID, basket); err != nil {
			return err
		}
		if err := deleteScores(tx, sub.ID, basket); err != nil {
			return err
		}
		if err := s.storeScores(tx, sc, asked, nil, sub); err != nil {
			return err
		}
	}
	return nil
}

// leftOut gives the goals of the questionnaire that a submission has no goal
// score for, which is how a goal that was left out is known.
func leftOut(asked []Indicator, answered map[int]bool) []int {
	var goals []int
	for _, in := range asked {
		if !answered[in.Goal] && !slices.Contains(goals, in.Goal) {
			goals = append(goals, in.Goal)
		}
	}
	return goals
}
