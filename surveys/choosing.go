package surveys

import (
	"context"
	"strings"

	"github.com/google/uuid"

	"loftet/indicators"
	"loftet/indicators/catalogue"
	"loftet/internal/fault"
	"loftet/models"
	"loftet/orgs"
)

// ResponseChoices is what a municipality may choose among in a round.
type ResponseChoices struct {
	Response ResponseInfo
	Editable bool
	Goals    []GoalChoice
	Items    []IndicatorChoice
}

// GoalChoice is a goal of the questionnaire, and why it is left out.
type GoalChoice struct {
	Goal    int
	LeftOut bool
	Reason  string
}

// IndicatorChoice is an indicator that a round asks, or offers beside (Additional).
// Class is empty for one that nobody has sorted; Statistic is nil where statistics have
// no figure for the municipality.
type IndicatorChoice struct {
	indicators.Indicator
	Additional bool
	Class      catalogue.Class
	Statistic  *Figure
	Chosen     bool
	Reason     string
	Answered   bool
}

// Choices gives what the actor's municipality may choose among.
func (s *Service) Choices(ctx context.Context, a orgs.Actor, id uuid.UUID) (ResponseChoices, error) {
	var found ResponseChoices
	err := s.db.Read(ctx, func(tx *models.Tx) (err error) {
		found, err = s.choicesOf(tx, a, id)
		return err
	})
	return found, err
}

func (s *Service) choicesOf(tx *models.Tx, a orgs.Actor, id uuid.UUID) (c ResponseChoices, err error) {
	o, err := s.open(tx, a, id)
	if err != nil {
		return c, err
	}
	detail, err := s.detail(tx, a, o)
	if err != nil {
		return c, err
	}
	c.Response = detail.Response
	c.Editable = mayAct(a, o.situation(), Edit, "") == nil
	for _, section := range o.whole.Sections {
		if section.Goal == 0 {
			continue // what is asked for all goals together is nobody's to leave out
		}
		c.Goals = append(c.Goals, GoalChoice{section.Goal, o.leftOut(section.Goal), o.response.LeftOutReasons[section.Goal]})
	}
	c.Items, err = s.offered(tx, o)
	return c, err
}

// offered lists the questionnaire and what is offered beside it.
func (s *Service) offered(tx *models.Tx, o opened) ([]IndicatorChoice, error) {
	core, err := s.indicators.Asked(tx, o.version.ID)
	if err != nil {
		return nil, err
	}
	versions := make([]uuid.UUID, len(o.additions))
	for i, a := range o.additions {
		versions[i] = a.Version
	}
	more, err := s.indicators.ByVersions(tx, versions)
	if err != nil {
		return nil, err
	}
	given, err := answersOf(tx, o.response.ID)
	if err != nil {
		return nil, err
	}
	statistics, err := s.indicators.Statistics(tx)
	if err != nil {
		return nil, err
	}
	items := make([]IndicatorChoice, 0, len(core)+len(more))
	for i, in := range append(core, more...) {
		item := IndicatorChoice{Indicator: in, Additional: i >= len(core), Chosen: i < len(core), Answered: given[in.ID].State != ""}
		if said, there := o.choices[in.ID]; there {
			item.Chosen, item.Reason = said.Chosen, said.Reason
		}
		item.Class, _ = catalogue.ClassOf(in.Code)
		if f, there := statistics.Latest(o.response.OrganisationID, in.ID, o.round.Year); there {
			item.Statistic = statisticOf(f)
		}
		items = append(items, item)
	}
	return items, nil
}

// ChooseIndicator takes an indicator into a response or leaves it out. To differ from
// the round takes a reason: leaving out what it asks, taking in what it only offers.
// Under each goal something of the questionnaire must stay. An answer to what is left
// out is kept, but not submitted. IfVersion is the response's.
func (s *Service) ChooseIndicator(ctx context.Context, a orgs.Actor, id uuid.UUID, code string, ifVersion int, chosen bool, reason string) (ResponseChoices, error) {
	var found ResponseChoices
	err := s.db.Write(ctx, func(tx *models.Tx) error {
		o, err := s.hold(tx, a, id)
		if err != nil {
			return err
		}
		if err := s.choose(tx, a, o, code, ifVersion, chosen, strings.TrimSpace(reason)); err != nil {
			return err
		}
		found, err = s.choicesOf(tx, a, id)
		return err
	})
	return found, err
}

func (s *Service) choose(tx *models.Tx, a orgs.Actor, o opened, code string, ifVersion int, chosen bool, reason string) error {
	pinned, goal, offered := o.offers(code)
	switch {
	case !offered:
		return fault.Missing()
	case o.response.Version != ifVersion:
		return s.staleChoices(tx, a, o.response.ID)
	}
	if err := mayAct(a, o.situation(), Edit, ""); err != nil {
		return err
	}
	if err := o.locked(a, goal); err != nil {
		return err
	}
	if differs := chosen == pinned.Additional; differs && !saysWhy(reason) {
		return fault.InvalidFields(fault.OnField("reason", "reason_required", "min", minReason))
	}
	if !chosen && !pinned.Additional && o.lastOf(goal, pinned.Indicator) {
		return fault.New(fault.Conflict, "last-indicator")
	}
	before, row := o.choices[pinned.Indicator], models.IndicatorChoice{
		ID: models.NewID(), ResponseID: o.response.ID, IndicatorID: pinned.Indicator, Chosen: chosen, Reason: reason, UpdatedAt: tx.Now,
	}
	if a.SignedIn() {
		row.UpdatedBy = &a.Person
	}
	if err := saveChoice(tx, row); err != nil {
		return err
	}
	err := orgs.Audit(tx, a, orgs.Change{Action: "response.choose_indicator", Kind: "response", ID: o.response.ID.String(),
		Before: choiceRecord{code, before.ID == uuid.Nil && !pinned.Additional || before.Chosen, before.Reason}, After: choiceRecord{code, chosen, reason}})
	if err != nil {
		return err
	}
	return updateResponse(tx, &o.response)
}

// choiceRecord is what the audit keeps of a choice.
type choiceRecord struct {
	Code   string `json:"code"`
	Chosen bool   `json:"chosen"`
	Reason string `json:"reason,omitempty"`
}

func (s *Service) staleChoices(tx *models.Tx, a orgs.Actor, id uuid.UUID) error {
	now, err := s.choicesOf(tx, a, id)
	if err != nil {
		return err
	}
	return &fault.Fault{Kind: fault.Stale, Code: "stale", Current: now}
}

// offers finds what may be chosen by its code, and its goal.
func (o opened) offers(code string) (PinnedQuestion, int, bool) {
	if pinned, goal, asked := o.whole.find(code); asked {
		return pinned, goal, true
	}
	for _, a := range o.additions {
		if a.Code == code {
			return PinnedQuestion{Code: a.Code, Indicator: a.Indicator, Version: a.Version, Additional: true}, a.Goal, true
		}
	}
	return PinnedQuestion{}, 0, false
}

// lastOf tells whether an indicator is the only one of the questionnaire that is
// still asked under a goal.
func (o opened) lastOf(goal int, indicator uuid.UUID) bool {
	section, _ := o.asked.section(goal)
	for _, q := range section.Questions {
		if !q.Additional && q.Indicator != indicator {
			return false
		}
	}
	return true
}
