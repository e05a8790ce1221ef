package surveys

import (
	"cmp"
	"context"
	"slices"
	"time"

	"github.com/google/uuid"

	"loftet/internal/fault"
	"loftet/models"
	"loftet/orgs"
)

// ResponseInfo is a response as it is listed.
type ResponseInfo struct {
	ID           uuid.UUID
	Round        RoundInfo
	Municipality orgs.Member
	State        ResponseState
	SectionsDone int
	Sections     int // goals that are not left out
	Revision     int // submitted revisions so far
	ResumeGoal   int // of the answer given last; 0 before the first
	SubmittedAt  *time.Time
	Version      int
}

// ResponseDetail is a response with its task list and what the reader may do.
type ResponseDetail struct {
	Response     ResponseInfo
	Sections     []Section
	Actions      []Action
	ReturnReason string
	ApprovedBy   *Who
	ApprovedAt   *time.Time
}

// Who is a person by name.
type Who struct {
	ID   uuid.UUID
	Name string
}

// opened is a response with all that belongs to it, read in one transaction.
type opened struct {
	response models.Response
	round    models.Round
	asked    Questionnaire
	version  models.QuestionnaireVersion
}

// ListResponses gives the responses of the actor's municipality: the open ones
// by deadline, then the others, newest first.
func (s *Service) ListResponses(ctx context.Context, a orgs.Actor) ([]ResponseInfo, error) {
	var infos []ResponseInfo
	err := s.db.Read(ctx, func(tx *models.Tx) error {
		rows, err := responsesOf(tx, a.Org)
		if err != nil {
			return err
		}
		for _, row := range rows {
			o, err := s.around(tx, row)
			if err != nil {
				return err
			}
			detail, err := s.detail(tx, a, o)
			if err != nil {
				return err
			}
			infos = append(infos, detail.Response)
		}
		slices.SortStableFunc(infos, byDeadline)
		return nil
	})
	return infos, err
}

func byDeadline(a, b ResponseInfo) int {
	aOpen, bOpen := a.Round.State == string(RoundOpen), b.Round.State == string(RoundOpen)
	switch {
	case aOpen && bOpen:
		return a.Round.ClosesAt.Compare(b.Round.ClosesAt)
	case aOpen:
		return -1
	case bOpen:
		return 1
	}
	return b.Round.ClosesAt.Compare(a.Round.ClosesAt)
}

// GetResponse gives a response of the actor's municipality.
func (s *Service) GetResponse(ctx context.Context, a orgs.Actor, id uuid.UUID) (ResponseDetail, error) {
	var detail ResponseDetail
	err := s.db.Read(ctx, func(tx *models.Tx) (err error) {
		detail, err = s.detailOf(tx, a, id)
		return err
	})
	return detail, err
}

func (s *Service) detailOf(tx *models.Tx, a orgs.Actor, id uuid.UUID) (ResponseDetail, error) {
	o, err := s.open(tx, a, id)
	if err != nil {
		return ResponseDetail{}, err
	}
	return s.detail(tx, a, o)
}

// mine tells whether a response is the actor's own: drafts stay at home.
func mine(a orgs.Actor, r models.Response) bool {
	return a.System != "" || a.Scope == orgs.ScopeMunicipality && a.Org == r.OrganisationID
}

// open reads a response of the actor's municipality; any other is a fault
// NotFound.
func (s *Service) open(tx *models.Tx, a orgs.Actor, id uuid.UUID) (opened, error) {
	r, err := responseByID(tx, id)
	if err == nil && !mine(a, r) {
		err = fault.Missing()
	}
	if err != nil {
		return opened{}, err
	}
	return s.around(tx, r)
}

// around adds round and questions to a response.
func (s *Service) around(tx *models.Tx, r models.Response) (opened, error) {
	round, err := roundByID(tx, r.RoundID)
	if err != nil {
		return opened{}, err
	}
	asked, version, err := s.questionnaire(tx, round)
	return opened{response: r, round: round, asked: asked, version: version}, err
}

// hold is open for writing: round and response are held until the transaction
// ends, in this order, as everything that changes both does.
func (s *Service) hold(tx *models.Tx, a orgs.Actor, id uuid.UUID) (opened, error) {
	round, err := holdRoundOf(tx, id)
	if err != nil {
		return opened{}, err
	}
	response, err := responseByID(tx, id, forUpdate)
	if err == nil && !mine(a, response) {
		err = fault.Missing()
	}
	if err != nil {
		return opened{}, err
	}
	asked, version, err := s.questionnaire(tx, round)
	return opened{response: response, round: round, asked: asked, version: version}, err
}

func (s *Service) detail(tx *models.Tx, a orgs.Actor, o opened) (ResponseDetail, error) {
	given, err := answersGiven(tx, []uuid.UUID{o.response.ID})
	if err != nil {
		return ResponseDetail{}, err
	}
	statistics, err := s.statistics(tx, o, o.asked.indicators())
	if err != nil {
		return ResponseDetail{}, err
	}
	answered, prefilled := map[uuid.UUID]bool{}, map[uuid.UUID]bool{}
	for _, g := range given {
		answered[g.IndicatorID] = true
	}
	for id, f := range statistics {
		prefilled[id] = f.confirmable()
	}
	d := ResponseDetail{
		Sections:     sectionsOf(o.asked, o.response.LeftOut, answered, prefilled),
		Actions:      actions(a, RoundState(o.round.State), ResponseState(o.response.State)),
		ReturnReason: o.response.ReturnReason, ApprovedAt: o.response.ApprovedAt,
	}
	if d.ApprovedBy, err = personOf(tx, o.response.ApprovedBy); err != nil {
		return d, err
	}
	d.Response, err = s.info(tx, a, o, given, d.Sections)
	return d, err
}

func (s *Service) info(tx *models.Tx, a orgs.Actor, o opened, given []models.Answer, sections []Section) (ResponseInfo, error) {
	rounds, err := s.Describe(tx, a, []models.Round{o.round})
	if err != nil {
		return ResponseInfo{}, err
	}
	municipalities, err := orgs.Municipalities(tx, []uuid.UUID{o.response.OrganisationID}, models.DateOf(tx.Now))
	if err != nil {
		return ResponseInfo{}, err
	}
	sent, err := submittedAt(tx, []uuid.UUID{o.response.ID})
	if err != nil {
		return ResponseInfo{}, err
	}
	info := ResponseInfo{
		ID: o.response.ID, Round: rounds[0], Municipality: municipalities[o.response.OrganisationID],
		State: ResponseState(o.response.State), Revision: o.response.Revision, Version: o.response.Version,
	}
	info.SectionsDone, info.Sections = tally(sections)
	if sub, ok := sent[o.response.ID]; ok {
		info.SubmittedAt = &sub.SubmittedAt
	}
	info.ResumeGoal = o.asked.goalOf(lastGiven(given, a.Person))
	return info, nil
}

// statistics gives the latest figure from statistics for each of a response's
// questions that has one.
func (s *Service) statistics(tx *models.Tx, o opened, indicatorIDs []uuid.UUID) (map[uuid.UUID]*Figure, error) {
	figures, err := s.indicators.LatestStatistics(tx, []uuid.UUID{o.response.OrganisationID}, indicatorIDs, o.round.Year)
	found := make(map[uuid.UUID]*Figure, len(figures))
	for _, f := range figures {
		found[f.IndicatorID] = statisticOf(f)
	}
	return found, err
}

func personOf(tx *models.Tx, id *uuid.UUID) (*Who, error) {
	if id == nil {
		return nil, nil
	}
	names, err := orgs.PersonNames(tx, []uuid.UUID{*id})
	if err != nil || names[*id] == "" {
		return nil, err
	}
	return &Who{ID: *id, Name: names[*id]}, nil
}

// lastGiven gives the indicator that a person answered last, else the one that
// anybody did; uuid.Nil when nobody answered.
func lastGiven(given []models.Answer, by uuid.UUID) uuid.UUID {
	var own []models.Answer
	for _, g := range given {
		if g.UpdatedBy != nil && *g.UpdatedBy == by {
			own = append(own, g)
		}
	}
	if len(own) > 0 {
		given = own
	}
	if len(given) == 0 {
		return uuid.Nil
	}
	return slices.MaxFunc(given, func(a, b models.Answer) int {
		return cmp.Or(a.UpdatedAt.Compare(b.UpdatedAt), cmp.Compare(a.ID.String(), b.ID.String()))
	}).IndicatorID
}
