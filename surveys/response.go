package surveys

import (
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
	Locks        []Lock             // why each of the other actions is not possible now
	Handed       map[int]Assignment // the sections that are out, by goal
	ReturnReason string
	ApprovedBy   *Who
	ApprovedAt   *time.Time
	FourEyes     bool // who answered may not approve alone

	OpenQuestions int     // plausibility questions that wait for the municipality
	OpenComments  int     // of colleagues, not seen to
	Unanchored    []Level // levels without a decision on the latest submitted revision
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
	asked    Questionnaire // as the municipality answers it
	version  models.QuestionnaireVersion
	handed   map[int]models.Assignment // the sections that were out when it was opened, by goal

	whole     Questionnaire // as the round asks it
	additions []models.Addition
	choices   choices
}

// as gives the same with another state of its row.
func (o opened) as(response models.Response) opened {
	o.response = response
	return o
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
		list, err := s.aroundAll(tx, rows)
		if err != nil {
			return err
		}
		details, err := s.details(tx, a, list)
		if err != nil {
			return err
		}
		for _, d := range details {
			infos = append(infos, d.Response)
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
	switch {
	case a.System != "":
		return true
	case a.Scope == orgs.ScopeSection:
		return a.Section != nil && a.Section.Response == r.ID && a.Org == r.OrganisationID
	}
	return a.Scope == orgs.ScopeMunicipality && a.Org == r.OrganisationID
}

// open reads a response of the actor's municipality; any other is a fault
// NotFound.
func (s *Service) open(tx *models.Tx, a orgs.Actor, id uuid.UUID) (opened, error) {
	return s.opened(tx, a, id, false)
}

// around adds round and questions to a response.
func (s *Service) around(tx *models.Tx, r models.Response) (opened, error) {
	all, err := s.aroundAll(tx, []models.Response{r})
	if err != nil {
		return opened{}, err
	}
	return all[0], nil
}

func (s *Service) aroundAll(tx *models.Tx, responses []models.Response) ([]opened, error) {
	ids, own := make([]uuid.UUID, len(responses)), make([]uuid.UUID, len(responses))
	for i, r := range responses {
		ids[i], own[i] = r.RoundID, r.ID
	}
	rounds, out, said := map[uuid.UUID]models.Round{}, map[uuid.UUID]map[int]models.Assignment{}, map[uuid.UUID]choices{}
	if err := tx.Ask(askRounds(ids, rounds), askHanded(own, out), askChoices(own, said)); err != nil {
		return nil, err
	}
	all := make([]opened, len(responses))
	for i, r := range responses {
		round, there := rounds[r.RoundID]
		if !there {
			return nil, fault.Missing()
		}
		o, err := s.withQuestions(tx, orgs.Actor{}, opened{response: r, round: round, handed: out[r.ID], choices: said[r.ID]})
		if err != nil {
			return nil, err
		}
		all[i] = o
	}
	return all, nil
}

// hold is open for writing: round and response are held until the transaction
// ends, in this order, as everything that changes both does.
func (s *Service) hold(tx *models.Tx, a orgs.Actor, id uuid.UUID) (opened, error) {
	return s.opened(tx, a, id, true)
}

func (s *Service) opened(tx *models.Tx, a orgs.Actor, id uuid.UUID, hold bool) (opened, error) {
	o, err := withRound(tx, id, hold)
	if err == nil && !mine(a, o.response) {
		err = fault.Missing()
	}
	if err != nil {
		return opened{}, err
	}
	return s.withQuestions(tx, a, o)
}

// withQuestions adds to a response what it is asked.
func (s *Service) withQuestions(tx *models.Tx, a orgs.Actor, o opened) (opened, error) {
	whole, version, err := s.versionFor(tx, o.round, o.response)
	if err != nil {
		return opened{}, err
	}
	o.version = version
	if err := o.fit(whole); err != nil {
		return opened{}, err
	}
	if a.Section != nil { // to a link's session the rest of the questionnaire is not there
		o.asked = o.asked.only(a.Section.Goal)
	}
	return o, nil
}
