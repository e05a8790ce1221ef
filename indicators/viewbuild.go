package indicators

import (
	"slices"

	"github.com/google/uuid"

	"loftet/internal/fault"
	"loftet/models"
	"loftet/orgs"
)

func (s *Service) regionView(tx *models.Tx, a orgs.Actor, in ViewInput) (View, error) {
	v := View{Year: in.Year}
	var err error
	if v.Region, err = orgs.Region(tx, in.RegionID); err != nil {
		return v, err
	}
	r, err := readerOf(tx, a, v.Region)
	if err != nil {
		return v, err
	}
	return s.viewFor(tx, v, r, in)
}

// viewFor fills in the view of a region for a reader.
func (s *Service) viewFor(tx *models.Tx, v View, r reader, in ViewInput) (View, error) {
	all, err := roundsOf(tx, in.RegionID)
	if err != nil {
		return v, err
	}
	v.Rounds = slices.DeleteFunc(slices.Clone(all), func(round models.Round) bool { return !r.maySee(round) })
	if err := readCohorts(tx, &v, r); err != nil {
		return v, err
	}
	if in.Cohort != "" && !slices.Contains(v.Cohorts, in.Cohort) {
		return v, fault.Missing()
	}
	if v.Round, err = chooseRound(v.Rounds, in); err != nil {
		return v, err
	}
	if err := chooseCohort(&v, in.Cohort); err != nil {
		return v, err
	}
	if err := s.chooseIndicators(tx, &v, all, in.basis); err != nil {
		return v, err
	}
	if err := readMembers(tx, &v, r); err != nil {
		return v, err
	}
	in.basis.showAsThen(v.Members)
	k, err := s.known(tx, v.Round, in.basis)
	if err != nil {
		return v, err
	}
	v.Years = k.statistics.years(v.organisations(), v.indicatorIDs())
	if v.Year == 0 && len(v.Years) > 0 {
		v.Year = v.Years[0]
	}
	targets, err := targetsOf(tx, roundIDOf(v.Round))
	if err != nil {
		return v, err
	}
	sc, err := newScorer(v.Method, slices.Concat(v.Indicators, v.Additions), targets)
	if err != nil {
		return v, err
	}
	v.fill(sc, k, r)
	return v, nil
}

// chooseRound takes the round that was asked for, or where nothing was asked for
// the newest that has begun.
func chooseRound(visible []models.Round, in ViewInput) (*models.Round, error) {
	for _, round := range visible {
		if in.RoundID != nil && round.ID == *in.RoundID {
			return &round, nil
		}
		asks := in.Cohort == "" || round.Cohort == "" || round.Cohort == in.Cohort
		if in.RoundID == nil && in.Year == 0 && asks && slices.Contains(begunRounds, round.State) {
			return &round, nil
		}
	}
	if in.RoundID != nil {
		return nil, fault.Missing()
	}
	return nil, nil
}

func roundIDOf(round *models.Round) uuid.UUID {
	if round == nil {
		return uuid.Nil
	}
	return round.ID
}

// chooseIndicators takes the basket from the round's questionnaire. Without a
// round it is the catalogue that the region's newest round asks for, else the
// region's own, else the common core.
func (s *Service) chooseIndicators(tx *models.Tx, v *View, rounds []models.Round, basis *Basis) error {
	own, err := regionCatalogues(tx, v.Region.ID)
	if err != nil {
		return err
	}
	var basket models.Catalogue
	switch {
	case v.Round != nil:
		v.Year, v.Method = v.Round.Year, v.Round.Method
		if v.Indicators, err = s.Asked(tx, v.Round.QuestionnaireVersionID); err != nil {
			return err
		}
		basket.ID, err = questionnaireCatalogue(tx, v.Round.QuestionnaireVersionID)
	case len(rounds) > 0:
		if basket.ID, err = questionnaireCatalogue(tx, rounds[0].QuestionnaireVersionID); err == nil {
			basket, err = catalogueByID(tx, basket.ID)
		}
	case len(own) > 0:
		basket = own[0]
	default:
		var found bool
		if basket, found, err = findCore(tx); err == nil && !found {
			err = fault.Missing()
		}
	}
	if err != nil {
		return err
	}
	if v.Round == nil {
		v.Method = basket.Method
		if v.Indicators, err = s.indicatorsOf(tx, basket.ID); err != nil {
			return err
		}
	}
	for _, c := range own {
		if c.ID == basket.ID {
			continue
		}
		more, err := s.indicatorsOf(tx, c.ID)
		if err != nil {
			return err
		}
		v.Additions = append(v.Additions, more...)
	}
	return s.takenIn(tx, v, basis)
}

// takenIn adds what somebody has submitted of the additional set in the rounds that the
// view looks at. The rest of the set stays away: it would be columns of nothing.
func (s *Service) takenIn(tx *models.Tx, v *View, basis *Basis) error {
	looked := v.Rounds
	if v.Round != nil {
		looked = []models.Round{*v.Round}
	}
	ids := make([]uuid.UUID, len(looked))
	for i, round := range looked {
		ids[i] = round.ID
	}
	which := counting(ids...)
	if basis != nil {
		which = basis.counting()
	}
	set, err := s.Offered(tx)
	if err != nil {
		return err
	}
	submitted, err := submittedOf(tx, which, set)
	if err != nil {
		return err
	}
	for _, in := range set {
		same := func(other Indicator) bool { return other.Code == in.Code }
		if submitted[in.ID] && !slices.ContainsFunc(v.Indicators, same) && !slices.ContainsFunc(v.Additions, same) {
			v.Additions = append(v.Additions, in)
		}
	}
	return nil
}

// readMembers takes the members of today, and of the closing day for a round that
// is closed: of the whole region, or of the cohort that it is about.
func readMembers(tx *models.Tx, v *View, r reader) error {
	v.AsOf = tx.Now
	if v.Round != nil && v.Round.ClosedAt != nil {
		v.AsOf = *v.Round.ClosedAt
	}
	members, err := orgs.Members(tx, v.Region.ID, models.DateOf(v.AsOf))
	if err != nil {
		return err
	}
	responses, err := responseStates(tx, roundIDOf(v.Round))
	if err != nil {
		return err
	}
	if members, err = ofCohort(tx, v, r, members, responses); err != nil {
		return err
	}
	v.Members = make([]Member, len(members))
	for i, m := range members {
		v.Members[i] = Member{Member: m, Answer: AnswerNone}
		if response, ok := responses[m.ID]; ok {
			v.Members[i].Answer = answerState(response, r.all || m.ID == r.own)
			if m.ID == r.own || r.all {
				v.Members[i].ResponseID = &response.ID
			}
		}
	}
	return nil
}

// The states of a member's answer.
const (
	AnswerChecked    = "checked"   // submitted, and somebody has checked the latest revision
	AnswerSubmitted  = "submitted" // and not checked yet
	AnswerInProgress = "in_progress"
	AnswerNotStarted = "not_started"
	AnswerNone       = "none"
)

// answerState tells how far a municipality has come. Those outside learn only
// that it has submitted and whether that was checked, not that it is at work.
func answerState(response models.Response, inside bool) string {
	switch {
	case response.Revision > 0 && response.CheckedRevision == response.Revision:
		return AnswerChecked
	case response.Revision > 0:
		return AnswerSubmitted
	case !inside:
		return AnswerNone
	case response.State == AnswerNotStarted:
		return AnswerNotStarted
	}
	return AnswerInProgress
}

func (v *View) organisations() []uuid.UUID {
	ids := make([]uuid.UUID, len(v.Members))
	for i, m := range v.Members {
		ids[i] = m.ID
	}
	return ids
}

func (v *View) indicatorIDs() []uuid.UUID {
	ids := make([]uuid.UUID, 0, len(v.Indicators)+len(v.Additions))
	for _, list := range [][]Indicator{v.Indicators, v.Additions} {
		for _, in := range list {
			ids = append(ids, in.ID)
		}
	}
	return ids
}
