package surveys

import (
	"context"
	"slices"

	"github.com/google/uuid"

	"loftet/indicators"
	"loftet/internal/fault"
	"loftet/models"
	"loftet/orgs"
	"loftet/surveys/form"
)

// ResponseGoal is one goal of a response with its questions. PreviousGoal and
// NextGoal pass by goals that are left out, and are -1 at the ends.
type ResponseGoal struct {
	Response     ResponseInfo
	Goal         int
	LeftOut      bool
	Editable     bool
	PreviousGoal int
	NextGoal     int
	Handed       *Assignment // nil: nobody has it in particular
	Questions    []AnsweredQuestion
	NotChosen    []NotChosen
	Own          *OwnQuestions // nil where the goal has none
}

// AnsweredQuestion is a question with what is known about it. Answer is nil
// where there is none, Statistic where statistics have no figure, LastRound
// where the municipality did not submit one.
type AnsweredQuestion struct {
	Question  indicators.Indicator
	Answer    *Answer
	Statistic *Figure
	LastRound *Figure
	Median    *Median // of comparable municipalities, once the response was submitted
	Evidence  []Attachment

	Additional bool // taken in by the municipality beside what the round asks

	GivenBy *form.Item // the own question that gives its answer, nil for none
	GivenIn int        // the goal it stands under

	last *DocumentAnswer // behind LastRound
}

// Answer is an answer as it is shown.
type Answer struct {
	models.Answer
	Code   string
	By     *Who // who changed it last
	Doubts []Doubt
}

// GetResponseGoal gives one goal of a response of the actor's municipality.
func (s *Service) GetResponseGoal(ctx context.Context, a orgs.Actor, id uuid.UUID, goal int) (ResponseGoal, error) {
	var found ResponseGoal
	err := s.db.Read(ctx, func(tx *models.Tx) (err error) {
		found, err = s.goalOf(tx, a, id, goal)
		return err
	})
	return found, err
}

func (s *Service) goalOf(tx *models.Tx, a orgs.Actor, id uuid.UUID, goal int) (ResponseGoal, error) {
	o, err := s.open(tx, a, id)
	if err != nil {
		return ResponseGoal{}, err
	}
	if _, asked := o.asked.section(goal); !asked {
		return ResponseGoal{}, fault.Missing()
	}
	detail, err := s.detail(tx, a, o)
	if err != nil {
		return ResponseGoal{}, err
	}
	goals, err := s.goals(tx, o, detail, goal)
	if err != nil {
		return ResponseGoal{}, err
	}
	if o.asked.own != nil && slices.Contains(o.asked.own.Goals(), goal) {
		goals[0].Own, err = s.ownQuestions(tx, o)
	}
	return goals[0], err
}

// allGoals asks goals for every one; 0 is what is asked for all together.
const allGoals = -1

// goals gives one goal of a response, or allGoals.
func (s *Service) goals(tx *models.Tx, o opened, d ResponseDetail, goal int) ([]ResponseGoal, error) {
	questions, err := s.questions(tx, o, max(goal, 0))
	if err != nil {
		return nil, err
	}
	evidence, err := attachmentsOf(tx, o.response.ID)
	if err != nil {
		return nil, err
	}
	if err := compare(tx, o, d, questions, goal); err != nil {
		return nil, err
	}
	texts, err := s.indicators.Asked(tx, o.version.ID)
	if err != nil {
		return nil, err
	}
	var goals []ResponseGoal
	for i, section := range d.Sections {
		if goal != allGoals && section.Goal != goal {
			continue
		}
		g := ResponseGoal{
			Response: d.Response, Goal: section.Goal, LeftOut: section.LeftOut(),
			Editable: slices.Contains(d.Actions, Edit) && !section.LeftOut(),
		}
		if row, out := d.Handed[section.Goal]; out {
			g.Handed, g.Editable = &row, g.Editable && row.Mine
		}
		g.NotChosen = o.notChosenIn(section.Goal, texts)
		g.PreviousGoal, g.NextGoal = beside(d.Sections, i, -1), beside(d.Sections, i, 1)
		for _, q := range questions {
			if q.Question.Goal == section.Goal {
				q.Evidence = evidenceOf(evidence, q.Question.ID)
				g.Questions = append(g.Questions, q)
			}
		}
		goals = append(goals, g)
	}
	return goals, nil
}

// NotChosen is an indicator that the municipality leaves out.
type NotChosen struct {
	indicators.Indicator
	Reason string
}

func (o opened) notChosenIn(goal int, texts []indicators.Indicator) []NotChosen {
	var list []NotChosen
	for _, t := range texts {
		if said, there := o.choices[t.ID]; there && !said.Chosen && t.Goal == goal {
			list = append(list, NotChosen{t, said.Reason})
		}
	}
	return list
}

// evidenceOf gives what stands behind one answer.
func evidenceOf(list []Attachment, indicator uuid.UUID) []Attachment {
	var found []Attachment
	for _, a := range list {
		if a.Indicator == indicator {
			found = append(found, a)
		}
	}
	return found
}

// beside gives the nearest goal before (step -1) or after (step 1) a section
// that is not left out; -1 when there is none.
func beside(sections []Section, i, step int) int {
	for i += step; i >= 0 && i < len(sections); i += step {
		if !sections[i].LeftOut() {
			return sections[i].Goal
		}
	}
	return -1
}

// questions gives the questions of a goal, of all when goal is 0, with answers,
// statistics and the figures of the round before.
func (s *Service) questions(tx *models.Tx, o opened, goal int) ([]AnsweredQuestion, error) {
	texts, err := s.askedOf(tx, o)
	if err != nil {
		return nil, err
	}
	if goal != 0 {
		texts = slices.DeleteFunc(texts, func(i indicators.Indicator) bool { return i.Goal != goal })
	}
	given := map[uuid.UUID]models.Answer{}
	var earlier []earlierSubmission
	if err := tx.Ask(askAnswers(o.response.ID, given), askEarlier(o, &earlier)); err != nil {
		return nil, err
	}
	statistics, err := s.indicators.Statistics(tx)
	if err != nil {
		return nil, err
	}
	before, err := s.earlierAnswers(tx, earlier)
	if err != nil {
		return nil, err
	}
	names, err := orgs.PersonNames(tx, authors(given))
	if err != nil {
		return nil, err
	}
	questions := make([]AnsweredQuestion, len(texts))
	for i, t := range texts {
		q := AnsweredQuestion{Question: t, Additional: t.CatalogueID != o.version.CatalogueID}
		if q.GivenBy, _ = o.whole.giver(t.Code); q.GivenBy != nil {
			_, q.GivenIn, _, _ = o.whole.own.Item(q.GivenBy.Name)
		}
		if last, there := before.to(t); there {
			q.last, q.LastRound = &last.DocumentAnswer, last.figure()
		}
		if f, there := statistics.Latest(o.response.OrganisationID, t.ID, o.round.Year); there {
			q.Statistic = statisticOf(f)
		}
		if row, there := given[t.ID]; there && row.State != "" {
			q.Answer = shown(row, q, names)
		}
		questions[i] = q
	}
	return questions, nil
}

// askedOf gives the texts of what a response is asked: of the questionnaire what is
// not left out, then what was taken in beside it.
func (s *Service) askedOf(tx *models.Tx, o opened) ([]indicators.Indicator, error) {
	texts, err := s.indicators.Asked(tx, o.version.ID)
	if err != nil || len(o.choices) == 0 {
		return texts, err
	}
	texts = slices.DeleteFunc(texts, func(i indicators.Indicator) bool {
		said, there := o.choices[i.ID]
		return there && !said.Chosen
	})
	more, err := s.indicators.ByVersions(tx, o.asked.additionalVersions())
	return append(texts, more...), err
}

// shown makes the answer to a question fit for showing.
func shown(row models.Answer, q AnsweredQuestion, names map[uuid.UUID]string) *Answer {
	answer := &Answer{Answer: row, Code: q.Question.Code}
	if row.UpdatedBy != nil && names[*row.UpdatedBy] != "" {
		answer.By = &Who{ID: *row.UpdatedBy, Name: names[*row.UpdatedBy]}
	}
	answer.Doubts = doubts(q.Question.Definition, AnswerState(row.State), row.Value, row.Comment, q.LastRound, q.Statistic)
	return answer
}

func authors(given map[uuid.UUID]models.Answer) []uuid.UUID {
	var ids []uuid.UUID
	for _, row := range given {
		if row.UpdatedBy != nil && !slices.Contains(ids, *row.UpdatedBy) {
			ids = append(ids, *row.UpdatedBy)
		}
	}
	return ids
}
