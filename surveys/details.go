package surveys

import (
	"bytes"
	"slices"
	"time"

	"github.com/google/uuid"

	"loftet/indicators"
	"loftet/models"
	"loftet/orgs"
	"loftet/surveys/form"
)

// detail gives a response as it is shown.
func (s *Service) detail(tx *models.Tx, a orgs.Actor, o opened) (ResponseDetail, error) {
	all, err := s.details(tx, a, []opened{o})
	if err != nil {
		return ResponseDetail{}, err
	}
	return all[0], nil
}

// surroundings is what several responses are shown with, read at once: as many
// queries for all of them as for one.
type surroundings struct {
	rounds         []RoundInfo             // in the order of the responses
	given          map[uuid.UUID][]given   // by response
	sent           map[uuid.UUID]time.Time // by response
	municipalities map[uuid.UUID]orgs.Member
	names          map[uuid.UUID]string // of those who approved
	waiting        map[uuid.UUID]waiting
	own            map[uuid.UUID]bool // responses that four eyes keep the reader from approving
	statistics     *indicators.Statistics
	standing       map[uuid.UUID][]form.State // with own questions, by response
}

// details gives responses as they are shown.
func (s *Service) details(tx *models.Tx, a orgs.Actor, list []opened) ([]ResponseDetail, error) {
	if len(list) == 0 {
		return nil, nil
	}
	around, err := s.surroundings(tx, a, list)
	if err != nil {
		return nil, err
	}
	all := make([]ResponseDetail, len(list))
	for i, o := range list {
		all[i] = around.detail(a, i, o)
	}
	return all, nil
}

func (s *Service) surroundings(tx *models.Tx, a orgs.Actor, list []opened) (around surroundings, err error) {
	var ids, submitted, organisations, approvers []uuid.UUID
	var rounds []models.Round
	for _, o := range list {
		ids, organisations, rounds = append(ids, o.response.ID), append(organisations, o.response.OrganisationID), append(rounds, o.round)
		if o.response.Revision > 0 {
			submitted = append(submitted, o.response.ID)
		}
		if o.response.ApprovedBy != nil {
			approvers = append(approvers, *o.response.ApprovedBy)
		}
	}
	runner, err := runnerOf(tx, a)
	if err != nil {
		return around, err
	}
	around = surroundings{given: map[uuid.UUID][]given{}, sent: map[uuid.UUID]time.Time{},
		municipalities: map[uuid.UUID]orgs.Member{}, names: map[uuid.UUID]string{}, waiting: map[uuid.UUID]waiting{}, own: map[uuid.UUID]bool{}}
	var imports int64
	facts, questions := factsOf(rounds)
	questions = append(questions,
		askGiven(ids, around.given),
		askWaiting(ids, around.waiting),
		orgs.AskMunicipalities(organisations, models.DateOf(tx.Now), around.municipalities),
		indicators.AskImports(&imports))
	if len(submitted) > 0 {
		questions = append(questions, askSubmitted(submitted, around.sent))
	}
	if len(approvers) > 0 {
		questions = append(questions, orgs.AskPersonNames(approvers, around.names))
	}
	var entries []models.Entry
	if slices.ContainsFunc(list, func(o opened) bool { return o.asked.own != nil }) {
		questions = append(questions, askEntries(ids, &entries))
	}
	if err := tx.Ask(questions...); err != nil {
		return around, err
	}
	if around.standing, err = standings(list, entries, tx.Now); err != nil {
		return around, err
	}
	if around.rounds, err = s.described(tx, a, runner, rounds, facts); err != nil {
		return around, err
	}
	written := entriesBy(entries)
	for _, o := range list {
		if mayAct(a, o.situation(), Approve, "") != nil {
			continue
		}
		if around.own[o.response.ID], err = ownAnswers(tx, a, o, around.given[o.response.ID], written[o.response.ID]); err != nil {
			return around, err
		}
	}
	around.statistics, err = s.indicators.StatisticsAfter(tx, imports)
	return around, err
}

func (around surroundings) detail(a orgs.Actor, i int, o opened) ResponseDetail {
	given := around.given[o.response.ID]
	prefilled := map[uuid.UUID]bool{}
	for _, id := range o.asked.indicators() {
		if f, there := around.statistics.Latest(o.response.OrganisationID, id, o.round.Year); there {
			prefilled[id] = statisticOf(f).confirmable()
		}
	}
	for _, g := range given {
		if g.waits {
			prefilled[g.indicator] = true
		}
	}
	d := ResponseDetail{
		Sections:     sectionsOf(o.asked, o.response.LeftOut, answeredBy(given), prefilled, around.standing[o.response.ID], handedIn(ResponseState(o.response.State))),
		Handed:       shownHanded(a, o.handed),
		ReturnReason: o.response.ReturnReason, ApprovedAt: o.response.ApprovedAt,
		Response: ResponseInfo{
			ID: o.response.ID, Round: around.rounds[i], Municipality: around.municipalities[o.response.OrganisationID],
			State: ResponseState(o.response.State), Revision: o.response.Revision, Version: o.response.Version,
			ResumeGoal: o.asked.goalOf(lastGiven(given, a.Person)),
		},
	}
	d.Actions, d.Locks = around.actions(a, o)
	w := around.waiting[o.response.ID]
	mark(d.Sections, o, w.about)
	d.OpenQuestions, d.OpenComments, d.FourEyes = w.questions, w.comments, o.round.FourEyes
	if o.response.Revision > 0 {
		d.Unanchored = slices.DeleteFunc(slices.Clone(Levels), func(level Level) bool { return slices.Contains(w.levels, level) })
	}
	if by := o.response.ApprovedBy; by != nil && around.names[*by] != "" {
		d.ApprovedBy = &Who{ID: *by, Name: around.names[*by]}
	}
	d.Response.SectionsDone, d.Response.Sections = tally(d.Sections)
	if at, ok := around.sent[o.response.ID]; ok {
		d.Response.SubmittedAt = &at
	}
	return d
}

// actions gives what the reader may do with a response, and why not the rest.
func (around surroundings) actions(a orgs.Actor, o opened) ([]Action, []Lock) {
	at := o.situation()
	allowed := actions(a, at)
	keep := func(action Action) bool {
		return action == StandBy && around.waiting[o.response.ID].questions == 0 || action == Approve && around.own[o.response.ID]
	}
	allowed = slices.DeleteFunc(allowed, keep)
	list := locks(a, at, allowed)
	for i, lock := range list {
		if lock.Code == "" && lock.Action == Approve {
			list[i].Code = lockOwnAnswers
		} else if lock.Code == "" {
			list[i].Code = lockNoQuestions
		}
	}
	return allowed, list
}

// given is an answer that was given, as far as a task list is concerned.
type given struct {
	indicator uuid.UUID
	by        uuid.UUID // uuid.Nil where the service itself did it
	at        time.Time
	waits     bool // taken over from an earlier round and not confirmed, which is no answer
}

// answeredBy gives the indicators that have an answer.
func answeredBy(list []given) map[uuid.UUID]bool {
	answered := make(map[uuid.UUID]bool, len(list))
	for _, g := range list {
		if !g.waits {
			answered[g.indicator] = true
		}
	}
	return answered
}

// lastGiven gives the indicator that a person answered last, else the one that
// anybody did; uuid.Nil when nobody answered.
func lastGiven(list []given, by uuid.UUID) uuid.UUID {
	var last given
	for _, g := range list {
		own, ownLast := g.by == by, last.by == by
		switch {
		case last.indicator == uuid.Nil, own && !ownLast:
			last = g
		case own == ownLast && (g.at.After(last.at) || g.at.Equal(last.at) && bytes.Compare(g.indicator[:], last.indicator[:]) > 0):
			last = g
		}
	}
	return last.indicator
}
