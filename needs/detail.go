package needs

import (
	"context"

	"github.com/google/uuid"

	"loftet/indicators"
	"loftet/models"
	"loftet/needs/cpv"
	"loftet/orgs"
	"loftet/surveys"
)

// Detail is a need as those who work on it see it.
type Detail struct {
	models.Need
	RegionName string
	Round      *surveys.RoundInfo
	Indicator  *indicators.Indicator
	Codes      []cpv.Code
	Reason     string // why the rules found it, in the actor's language
	Figures    []Figure
	Actions    []Action
	MadeUp     bool     // the round's figures are made up for the demonstration
	Automatic  []string // the languages whose title still is as the rules wrote it
	Hidden     bool     // the parts would tell single figures to this reader, so the priority is rounded to tens
}

// Figure is a municipality behind a need with the figure that put it there, as
// far as the reader may see it. ResponseID and Revision lead to the answers.
// PriorityReason is the municipality's own word on why it gives the matter priority.
type Figure struct {
	Municipality orgs.Member
	Role         string
	Because      string
	Cell         indicators.Cell
	ResponseID   *uuid.UUID
	Revision     int

	PriorityReason string
}

// Get gives a need with the figures behind it.
func (s *Service) Get(ctx context.Context, a orgs.Actor, id uuid.UUID) (Detail, error) {
	var d Detail
	err := s.db.Read(ctx, func(tx *models.Tx) error {
		n, rows, r, err := seen(tx, a, id)
		if err != nil {
			return err
		}
		d, err = s.detail(tx, a, r, n, rows)
		return err
	})
	return d, err
}

func (s *Service) detail(tx *models.Tx, a orgs.Actor, r reader, n models.Need, rows []models.NeedMunicipality) (Detail, error) {
	d := Detail{Need: n, Reason: reason(a.Language, rows), Actions: actions(a, n)}
	region, err := orgs.Region(tx, n.RegionID)
	if err != nil {
		return d, err
	}
	d.RegionName = region.Name
	if d.Codes, err = cpv.Labelled(tx, n.CPV, a.Language); err != nil {
		return d, err
	}
	if n.RoundID != nil {
		info, err := s.rounds.Info(tx, a, *n.RoundID)
		if err != nil {
			return d, err
		}
		d.Round, d.MadeUp = &info, info.MadeUp
	}
	if d.Indicator, err = s.indicator(tx, n.IndicatorVersionID); err != nil {
		return d, err
	}
	if d.Indicator != nil {
		d.Automatic = untouched(n.Title, titleFor(d.Indicator.Definition, region.Name))
	}
	if d.Figures, err = figures(tx, r, n, rows); err != nil {
		return d, err
	}
	publishes := map[uuid.UUID]bool{}
	for _, f := range d.Figures {
		publishes[f.Municipality.ID] = f.Municipality.PublishesFigures
	}
	d.Hidden = conceal(&d.Need, r.hidden(rows, publishes))
	return d, nil
}

// indicator gives the indicator as a version defines it; nil for no version.
func (s *Service) indicator(tx *models.Tx, version *uuid.UUID) (*indicators.Indicator, error) {
	if version == nil {
		return nil, nil
	}
	list, err := s.indicators.ByVersions(tx, []uuid.UUID{*version})
	if err != nil || len(list) == 0 {
		return nil, err
	}
	return &list[0], nil
}

// figures gives the municipalities behind a need in alphabetical order. A figure
// that the reader may not see is withheld.
func figures(tx *models.Tx, r reader, n models.Need, rows []models.NeedMunicipality) ([]Figure, error) {
	members, err := municipalitiesNamed(tx, n, rows)
	if err != nil {
		return nil, err
	}
	var observationIDs []uuid.UUID
	byOrganisation := make(map[uuid.UUID]models.NeedMunicipality, len(rows))
	for _, row := range rows {
		byOrganisation[row.OrganisationID] = row
		if row.ObservationID != nil {
			observationIDs = append(observationIDs, *row.ObservationID)
		}
	}
	known, err := evidenceFor(tx, observationIDs)
	if err != nil {
		return nil, err
	}
	list := make([]Figure, 0, len(rows))
	for _, m := range members {
		row := byOrganisation[m.ID]
		f := Figure{Municipality: m, Role: row.Role, Because: row.Because, Cell: indicators.Cell{State: indicators.StateWithheld, Colour: "grey"}}
		if r.mayRead(m.ID, m.PublishesFigures) {
			f.Cell = known.cell(row)
		}
		if submission, ok := known.behind(row); ok && r.mayRead(m.ID, false) {
			f.ResponseID, f.Revision = &submission.ResponseID, submission.Revision
			f.PriorityReason = known.observations[*row.ObservationID].PriorityReason
		}
		list = append(list, f)
	}
	return list, nil
}

// cell gives the figure that made the municipality part of the need, as it was
// stored then, with what its observation says of its origin.
func (e evidence) cell(row models.NeedMunicipality) indicators.Cell {
	c := indicators.Cell{
		State: indicators.StateValue, Value: row.Value, Year: row.Year, Score: row.Score, Band: row.Band, Colour: "grey",
	}
	if row.Value == nil {
		c.State = indicators.StateNoData
	}
	if row.ObservationID == nil {
		return c
	}
	c.ObservationID = *row.ObservationID
	if o, ok := e.observations[c.ObservationID]; ok {
		c.Source, c.Quality, c.Origin, c.Confirmed, c.SubmissionID = o.Source, o.Quality, o.Origin, o.Confirmed, o.SubmissionID
		c.Uncertain = indicators.Uncertain(o.Quality)
	}
	if s, ok := e.scores[c.ObservationID]; ok {
		c.Imputed = s.Imputed
		if s.Score != nil && row.Score != nil && *s.Score == *row.Score {
			c.Colour = s.Colour // a target changed since would have given another
		}
	}
	return c
}

// behind gives the submission that a figure stands in.
func (e evidence) behind(row models.NeedMunicipality) (models.Submission, bool) {
	if row.ObservationID == nil {
		return models.Submission{}, false
	}
	o, ok := e.observations[*row.ObservationID]
	if !ok || o.SubmissionID == nil {
		return models.Submission{}, false
	}
	submission, ok := e.submissions[*o.SubmissionID]
	return submission, ok
}

// municipalitiesNamed gives the municipalities behind a need with their names:
// as members of the region, or as organisations where they have left it.
func municipalitiesNamed(tx *models.Tx, n models.Need, rows []models.NeedMunicipality) ([]orgs.Member, error) {
	on := models.DateOf(tx.Now)
	all, err := orgs.Members(tx, n.RegionID, on)
	if err != nil {
		return nil, err
	}
	wanted := make(map[uuid.UUID]bool, len(rows))
	for _, row := range rows {
		wanted[row.OrganisationID] = true
	}
	var list []orgs.Member
	for _, m := range all {
		if wanted[m.ID] {
			list = append(list, m)
			delete(wanted, m.ID)
		}
	}
	if len(wanted) == 0 {
		return list, nil
	}
	var left []uuid.UUID
	for _, row := range rows {
		if wanted[row.OrganisationID] {
			left = append(left, row.OrganisationID)
		}
	}
	organisations, err := orgs.Organisations(tx, left)
	if err != nil {
		return nil, err
	}
	for _, id := range left {
		if o, ok := organisations[id]; ok {
			list = append(list, orgs.Member{ID: o.ID, Name: o.Name, SortKey: o.SortKey, PublishesFigures: o.PublishesFigures})
		}
	}
	return list, nil
}
