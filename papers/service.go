package papers

import (
	"context"
	"encoding/json"
	"fmt"
	"slices"

	"github.com/google/uuid"

	"loftet/internal/fault"
	"loftet/models"
	"loftet/orgs"
	"loftet/surveys"
)

// The states of a paper.
const (
	Draft    = "draft"
	Finished = "finished"
)

// The audiences that a paper is made for: the body's own readers, or everybody.
const (
	Own    = "own"
	Public = "public"
)

// Service is the use cases of the room.
type Service struct {
	db     *models.DB
	rounds *surveys.Service
}

// New makes a Service on a migrated database.
func New(db *models.DB, rounds *surveys.Service) *Service { return &Service{db: db, rounds: rounds} }

// Paper is an edition with what it says, which a list leaves out.
type Paper struct {
	models.Paper
	Round, Region string // by name
	Content       Content
	MayWrite      bool                 // the actor's organisation is the one whose paper it is
	Newer         *models.RoundEdition // of the results, made after the figures were read; nil: none, and in a list
}

// Order is what a paper is wanted for. MunicipalityID is nil for the paper of the
// regional council.
type Order struct {
	RegionID, RoundID uuid.UUID
	MunicipalityID    *uuid.UUID
	Language          string
	Audience          string
}

// Check tells whether the actor may have such a paper made, and gives the name of the
// regional council. For everybody, a paper is made of a published round alone: it shows
// what everybody may see.
func (s *Service) Check(ctx context.Context, a orgs.Actor, o Order) (council string, err error) {
	err = s.db.Read(ctx, func(tx *models.Tx) error {
		owner, round, err := s.place(tx, a, o)
		if err != nil {
			return err
		}
		organisation, err := orgs.Organisation(tx, owner)
		council = organisation.Name
		if err == nil && !slices.Contains([]surveys.RoundState{surveys.RoundClosed, surveys.RoundFrozen, surveys.RoundPublished, surveys.RoundArchived}, surveys.RoundState(round.State)) {
			err = fault.InvalidFields(fault.OnField("roundId", "paper_round_open"))
		}
		if err == nil && o.Audience == Public && !published(round) {
			err = fault.InvalidFields(fault.OnField("audience", "paper_round_unpublished"))
		}
		return err
	})
	return council, err
}

func published(round models.Round) bool {
	return round.State == string(surveys.RoundPublished) || round.State == string(surveys.RoundArchived)
}

// place finds the regional council and the round of an order that the actor may give.
func (s *Service) place(tx *models.Tx, a orgs.Actor, o Order) (uuid.UUID, models.Round, error) {
	region, err := orgs.Region(tx, o.RegionID)
	if err != nil {
		return uuid.Nil, models.Round{}, err
	}
	if region.OwnerID == nil {
		return uuid.Nil, models.Round{}, fault.Missing()
	}
	if o.MunicipalityID != nil {
		members, err := orgs.Members(tx, o.RegionID, models.DateOf(tx.Now))
		if err != nil {
			return uuid.Nil, models.Round{}, err
		}
		if !slices.ContainsFunc(members, func(m orgs.Member) bool { return m.ID == *o.MunicipalityID }) {
			return uuid.Nil, models.Round{}, fault.Missing()
		}
	}
	if !writes(a, o.owner(*region.OwnerID)) {
		return uuid.Nil, models.Round{}, fault.Missing()
	}
	rounds, err := s.rounds.Rounds(tx, a, &o.RegionID)
	if err != nil {
		return uuid.Nil, models.Round{}, err
	}
	i := slices.IndexFunc(rounds, func(r models.Round) bool { return r.ID == o.RoundID })
	if i < 0 {
		return uuid.Nil, models.Round{}, fault.Missing()
	}
	return *region.OwnerID, rounds[i], nil
}

// owner is whose paper it is.
func (o Order) owner(council uuid.UUID) uuid.UUID {
	if o.MunicipalityID != nil {
		return *o.MunicipalityID
	}
	return council
}

// writes tells whether papers of an organisation are the actor's to write.
func writes(a orgs.Actor, owner uuid.UUID) bool {
	return a.Scope == orgs.ScopeAny || (a.Scope == orgs.ScopeRegion || a.Scope == orgs.ScopeMunicipality) && a.Org == owner
}

// Make keeps a paper with the figures that were read for the order, worded from them.
func (s *Service) Make(ctx context.Context, a orgs.Actor, o Order, f Figures) (Paper, error) {
	texts, err := Word(o.Language, f)
	if err != nil {
		return Paper{}, err
	}
	var made Paper
	err = s.db.Write(ctx, func(tx *models.Tx) error {
		council, round, err := s.place(tx, a, o)
		if err != nil {
			return err
		}
		if o.Audience == Public && !published(round) {
			return fault.InvalidFields(fault.OnField("audience", "paper_round_unpublished"))
		}
		id := models.NewID()
		row := models.Paper{Base: models.Base{ID: id, Version: 1, CreatedAt: tx.Now, UpdatedAt: tx.Now}, OwnerID: o.owner(council), RegionID: o.RegionID, RoundID: o.RoundID,
			MunicipalityID: o.MunicipalityID, SeriesID: id, Edition: 1, Language: o.Language, Audience: o.Audience, State: Draft}
		made, err = s.add(tx, a, row, f, texts)
		return err
	})
	return made, err
}

// Renew makes the next edition of a finished paper: its texts with the figures of
// today. What the program words alone, it words anew. The finished one stays as it is.
func (s *Service) Renew(ctx context.Context, a orgs.Actor, id uuid.UUID, f Figures) (Paper, error) {
	var made Paper
	err := s.db.Write(ctx, func(tx *models.Tx) error {
		before, err := s.own(tx, a, id)
		if err != nil {
			return err
		}
		if before.State != Finished {
			return fault.New(fault.Conflict, "paper-not-finished")
		}
		texts := before.Content.Texts
		fresh, err := Word(before.Language, f)
		if err != nil {
			return err
		}
		for _, section := range []Section{"summary", Facts, Method} {
			texts.Sections[section] = fresh.Sections[section]
		}
		newest, err := newestEdition(tx, before.SeriesID)
		if err != nil {
			return err
		}
		if newest.State != Finished {
			return fault.New(fault.Conflict, "paper-edition-begun")
		}
		row := before.Paper
		row.Base = models.Base{ID: models.NewID(), Version: 1, CreatedAt: tx.Now, UpdatedAt: tx.Now}
		row.Edition, row.State, row.FinishedAt, row.PublishedAt = newest.Edition+1, Draft, nil, nil
		made, err = s.add(tx, a, row, f, texts)
		return err
	})
	return made, err
}

func (s *Service) add(tx *models.Tx, a orgs.Actor, row models.Paper, f Figures, texts Texts) (Paper, error) {
	figures, err := json.Marshal(f)
	if err != nil {
		return Paper{}, fmt.Errorf("keep the figures of a paper: %w", err)
	}
	row.Figures = string(figures)
	if err := putTexts(&row, texts); err != nil {
		return Paper{}, err
	}
	if err := insertPaper(tx, &row); err != nil {
		return Paper{}, err
	}
	if err := audit(tx, a, "paper.make", nil, row); err != nil {
		return Paper{}, err
	}
	return s.shown(tx, a, row)
}
