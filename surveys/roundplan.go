package surveys

import (
	"cmp"
	"context"
	"encoding/json"
	"slices"
	"strings"
	"time"

	"github.com/google/uuid"

	"loftet/indicators/scoring"
	"loftet/internal/fault"
	"loftet/models"
	"loftet/orgs"
)

// RoundPlan is a round as it is planned. It asks what QuestionnaireVersionID, a
// version of a questionnaire of the region, says; without it all of CatalogueID,
// without either the common core. Without Method it is scored by the catalogue's own.
type RoundPlan struct {
	RegionID    uuid.UUID
	Name        string
	Year        int
	OpensAt     time.Time
	ClosesAt    time.Time
	Method      string
	CatalogueID *uuid.UUID

	QuestionnaireVersionID *uuid.UUID

	MadeUp  bool   // demonstration figures; every page says so
	TwoEyes bool   // who answered may approve alone
	Cohort  string // whom of the region it asks; empty: all members
}

// maxUnderWay is how many rounds of a region may be planned or run at a time.
const maxUnderWay = 50

// RoundEdit is what may be changed until the round closes.
type RoundEdit struct {
	Name     string
	OpensAt  time.Time
	ClosesAt time.Time
	Cohort   *string // nil: as it was
	FourEyes *bool   // nil: as it was
}

// CreateRound plans a round for a region that the actor runs. It pins the
// questions: the catalogue's newest versions as they are now.
func (s *Service) CreateRound(ctx context.Context, a orgs.Actor, plan RoundPlan) (RoundInfo, error) {
	var info RoundInfo
	err := s.db.Write(ctx, func(tx *models.Tx) error {
		round, err := s.createRound(tx, a, plan)
		if err != nil {
			return err
		}
		info, err = s.Info(tx, a, round.ID)
		return err
	})
	return info, err
}

func (s *Service) createRound(tx *models.Tx, a orgs.Actor, plan RoundPlan) (models.Round, error) {
	v, err := viewerOf(tx, a)
	if err != nil {
		return models.Round{}, err
	}
	if _, err := orgs.Region(tx, plan.RegionID); err != nil || !v.owns(plan.RegionID) || !runsRounds(a) {
		return models.Round{}, fault.Missing()
	}
	version, catalogue, err := s.pin(tx, a, plan)
	if err != nil {
		return models.Round{}, err
	}
	plan.Method = cmp.Or(plan.Method, catalogue.Method, string(scoring.SDSN))
	round := models.Round{
		Base:     models.Base{ID: models.NewID(), Version: 1, CreatedAt: tx.Now, UpdatedAt: tx.Now},
		RegionID: plan.RegionID, QuestionnaireVersionID: version.ID, Name: strings.TrimSpace(plan.Name),
		Year: plan.Year, Method: plan.Method, State: string(RoundDraft),
		OpensAt: stored(plan.OpensAt), ClosesAt: stored(plan.ClosesAt), MadeUp: plan.MadeUp, FourEyes: !plan.TwoEyes, Cohort: strings.TrimSpace(plan.Cohort),
	}
	if round.Additions, err = s.additions(tx, plan.RegionID, version); err != nil {
		return round, err
	}
	faults, err := roundFaults(tx, round)
	if err != nil {
		return round, err
	}
	if _, known := scoring.ByID(scoring.MethodID(plan.Method)); !known {
		faults = append(faults, fault.OnField("method", "not_in_list"))
	}
	if len(faults) > 0 {
		return round, fault.InvalidFields(faults...)
	}
	if n, err := roundsUnderWay(tx, plan.RegionID); err != nil || n >= maxUnderWay {
		return round, cmp.Or(err, error(fault.New(fault.Conflict, "too-many-rounds", "max", maxUnderWay)))
	}
	if err := insertRound(tx, &round); err != nil {
		return round, err
	}
	if err := insertReminders(tx, a, round, usualReminders(round, tx.Now)); err != nil {
		return round, err
	}
	return round, auditRound(tx, a, "round.create", nil, &round, "")
}

// pin finds the catalogue of a plan and the questionnaire version to use.
func (s *Service) pin(tx *models.Tx, a orgs.Actor, plan RoundPlan) (models.QuestionnaireVersion, models.Catalogue, error) {
	if plan.QuestionnaireVersionID != nil {
		return editionFor(tx, *plan.QuestionnaireVersionID, plan.RegionID)
	}
	unknown := fault.InvalidFields(fault.OnField("catalogueId", "not_in_list"))
	id := plan.CatalogueID
	if id == nil {
		core, err := s.indicators.CoreCatalogueID(tx)
		if err != nil {
			return models.QuestionnaireVersion{}, models.Catalogue{}, err
		}
		id = &core
	}
	catalogue, err := lockCatalogue(tx, *id)
	if fault.KindOf(err) == fault.NotFound && err != nil {
		return models.QuestionnaireVersion{}, catalogue, unknown
	}
	if err != nil {
		return models.QuestionnaireVersion{}, catalogue, err
	}
	if catalogue.RegionID != nil && *catalogue.RegionID != plan.RegionID {
		return models.QuestionnaireVersion{}, catalogue, unknown
	}
	version, err := s.ensureVersion(tx, a, catalogue)
	return version, catalogue, err
}

// additions pins what the region's own catalogues have beside the round's, and after them
// the additional set: each municipality may take it in. A code stands for one thing in a
// round.
func (s *Service) additions(tx *models.Tx, regionID uuid.UUID, version models.QuestionnaireVersion) (string, error) {
	asked, err := parseQuestionnaire(version.Document)
	if err != nil {
		return "", err
	}
	own, err := s.indicators.OfRegion(tx, regionID)
	if err != nil {
		return "", err
	}
	offered, err := s.indicators.Offered(tx)
	if err != nil {
		return "", err
	}
	var list []models.Addition
	for _, in := range append(own, offered...) {
		_, _, known := asked.find(in.Code)
		known = known || slices.ContainsFunc(list, func(a models.Addition) bool { return a.Code == in.Code })
		if in.CatalogueID != version.CatalogueID && !known && !in.Derived() {
			list = append(list, models.Addition{Code: in.Code, Goal: in.Goal, Indicator: in.ID, Version: in.VersionID})
		}
	}
	if len(list) == 0 {
		return "", nil
	}
	text, err := json.Marshal(list)
	return string(text), err
}

// roundFaults checks what a person sets of a round.
func roundFaults(tx *models.Tx, round models.Round) ([]fault.Field, error) {
	var faults []fault.Field
	if round.Name == "" {
		faults = append(faults, fault.OnField("name", "required"))
	}
	taken, err := nameTaken(tx, round.RegionID, round.Name, round.ID)
	if err != nil {
		return nil, err
	}
	if taken {
		faults = append(faults, fault.OnField("name", "name_taken"))
	}
	if !round.ClosesAt.After(round.OpensAt) {
		faults = append(faults, fault.OnField("closesAt", "closes_before_opening"))
	}
	cohorts, err := orgs.Cohorts(tx, round.RegionID, models.DateOf(tx.Now))
	if err != nil {
		return nil, err
	}
	if round.Cohort != "" && !slices.ContainsFunc(cohorts, func(c orgs.Cohort) bool { return c.Name == round.Cohort }) {
		faults = append(faults, fault.OnField("cohort", "not_in_list"))
	}
	return faults, nil
}

// stored cuts a time to what both databases keep.
func stored(t time.Time) time.Time { return t.UTC().Truncate(time.Microsecond) }

// UpdateRound changes a round's name, dates or cohort until it closes. In an open one
// it also takes in municipalities that it asks and that came to the region since; a
// later deadline is a matter of [Service.ExtendRound].
func (s *Service) UpdateRound(ctx context.Context, a orgs.Actor, id uuid.UUID, ifVersion int, in RoundEdit) (RoundInfo, error) {
	var info RoundInfo
	err := s.db.Write(ctx, func(tx *models.Tx) error {
		round, err := s.ownRound(tx, a, id)
		if err != nil {
			return err
		}
		if round.Version != ifVersion {
			return s.staleRound(tx, a, id)
		}
		before := round
		state := RoundState(round.State)
		if state != RoundDraft && state != RoundScheduled && state != RoundOpen {
			return fault.New(fault.Conflict, "round-closed", "state", round.State)
		}
		round.Name, round.OpensAt, round.ClosesAt = strings.TrimSpace(in.Name), stored(in.OpensAt), stored(in.ClosesAt)
		if in.FourEyes != nil {
			round.FourEyes = *in.FourEyes
		}
		if in.Cohort != nil {
			round.Cohort = strings.TrimSpace(*in.Cohort)
		}
		faults, err := roundFaults(tx, round)
		if err != nil {
			return err
		}
		if state == RoundOpen {
			faults = append(faults, openFaults(before, round, tx.Now)...)
		}
		if len(faults) > 0 {
			return fault.InvalidFields(faults...)
		}
		if err := s.saveRound(tx, a, &round); err != nil {
			return err
		}
		if err := moveReminders(tx, a, before, round); err != nil {
			return err
		}
		if state == RoundOpen {
			if err := s.syncMembers(tx, a, round); err != nil {
				return err
			}
		}
		if err := auditRound(tx, a, "round.edit", &before, &round, ""); err != nil {
			return err
		}
		info, err = s.Info(tx, a, id)
		return err
	})
	return info, err
}

// openFaults checks what can no longer be set of a round that is open: it has begun,
// those whom it asks are known, and a later deadline takes a reason.
func openFaults(before, after models.Round, now time.Time) (faults []fault.Field) {
	if after.OpensAt.After(now) {
		faults = append(faults, fault.OnField("opensAt", "already_open"))
	}
	if after.ClosesAt.After(before.ClosesAt) {
		faults = append(faults, fault.OnField("closesAt", "extend_with_reason"))
	}
	if after.Cohort != before.Cohort {
		faults = append(faults, fault.OnField("cohort", "cohort_asked"))
	}
	return faults
}

// ownRound gives a round for changing, held until the transaction ends; a
// fault NotFound when it is not the actor's to change.
func (s *Service) ownRound(tx *models.Tx, a orgs.Actor, id uuid.UUID) (models.Round, error) {
	v, err := viewerOf(tx, a)
	if err != nil {
		return models.Round{}, err
	}
	round, err := roundByID(tx, id, forUpdate)
	if err != nil {
		return round, err
	}
	if !v.owns(round.RegionID) || !runsRounds(a) {
		return round, fault.Missing()
	}
	return round, nil
}

func (s *Service) saveRound(tx *models.Tx, a orgs.Actor, round *models.Round) error {
	saved, err := updateRoundRow(tx, round)
	if err == nil && !saved {
		return s.staleRound(tx, a, round.ID)
	}
	return err
}

func (s *Service) staleRound(tx *models.Tx, a orgs.Actor, id uuid.UUID) error {
	info, err := s.Info(tx, a, id)
	if err != nil {
		return err
	}
	stale := fault.New(fault.Stale, "stale")
	stale.Current = info
	return stale
}
