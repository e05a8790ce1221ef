package needs

import (
	"context"

	"github.com/google/uuid"

	"loftet/indicators"
	"loftet/internal/fault"
	"loftet/models"
	"loftet/needs/cpv"
	"loftet/orgs"
)

// PublicQuery narrows and orders the published needs. Zero values don't narrow.
// A need without a deadline counts as later than any.
type PublicQuery struct {
	Goal         int
	RegionID     *uuid.UUID
	Word         string // all its words must stand in the need, in any language
	DeadlineFrom models.Date
	DeadlineTo   models.Date
	Sort         Sort // by deadline unless given
	Cursor       string
	Limit        int // 1 to MaxPage, MaxPage for 0
}

// MaxPage is the most needs on one page.
const MaxPage = 100

// Page is one page of the published needs.
type Page struct {
	Items []Public
	Total int    // of all pages
	Next  string // cursor of the next page; empty on the last
}

// Public is a need as it was last published, with its present state.
type Public struct {
	Document
	State string
}

// ListPublished gives published needs. Only what was published is read: edits
// since then are neither shown nor searched nor sorted by.
func (s *Service) ListPublished(ctx context.Context, _ orgs.Actor, q PublicQuery) (Page, error) {
	page := Page{Items: []Public{}}
	if q.Sort == "" {
		q.Sort = SortDeadline
	}
	if q.Limit <= 0 || q.Limit > MaxPage {
		q.Limit = MaxPage
	}
	err := s.db.Read(ctx, func(tx *models.Tx) error {
		rows, total, err := publishedPage(tx, q)
		if err != nil {
			return err
		}
		page.Total = total
		if len(rows) > q.Limit {
			rows = rows[:q.Limit]
			page.Next = cursorAt(q.Sort, rows[q.Limit-1])
		}
		page.Items, err = s.publicOf(tx, rows)
		return err
	})
	return page, err
}

// Published is a need's page.
type Published struct {
	Public
	Indicator *indicators.Indicator
	Codes     []cpv.Code
	Versions  []models.NeedVersion // without documents, oldest first
}

// GetPublished gives a need as it stands in its latest published version; a
// fault NotFound when it has none.
func (s *Service) GetPublished(ctx context.Context, a orgs.Actor, id uuid.UUID) (Published, error) {
	var p Published
	err := s.db.Read(ctx, func(tx *models.Tx) error {
		n, err := needByID(tx, id)
		if err != nil {
			return err
		}
		if n.PublishedVersion == 0 {
			return fault.Missing()
		}
		public, err := s.publicOf(tx, []models.Need{n})
		if err != nil {
			return err
		}
		p.Public = public[0]
		if p.Indicator, err = s.indicator(tx, p.IndicatorVersionID); err != nil {
			return err
		}
		if p.Codes, err = cpv.Labelled(tx, p.CPV, a.Language); err != nil {
			return err
		}
		p.Versions, err = versionsOf(tx, id)
		return err
	})
	return p, err
}

// publicOf gives needs as they were last published, in their order.
func (s *Service) publicOf(tx *models.Tx, rows []models.Need) ([]Public, error) {
	versions := make([]OpenVersion, len(rows))
	for i, n := range rows {
		versions[i] = OpenVersion{ID: n.ID, Number: n.PublishedVersion, State: n.State}
	}
	return s.AtVersions(tx, versions)
}

// PublishedDocument gives one need as it was last published; a fault NotFound
// when it has not been.
func (s *Service) PublishedDocument(tx *models.Tx, id uuid.UUID) (Public, error) {
	n, err := needByID(tx, id)
	if err != nil {
		return Public{}, err
	}
	if n.PublishedVersion == 0 {
		return Public{}, fault.Missing()
	}
	list, err := s.publicOf(tx, []models.Need{n})
	if err != nil {
		return Public{}, err
	}
	return list[0], nil
}

// Draft gives a need as it stands now, published or not, to those who may see it
// on the workbench.
func (s *Service) Draft(tx *models.Tx, a orgs.Actor, id uuid.UUID) (Document, error) {
	n, _, _, err := seen(tx, a, id)
	if err != nil {
		return Document{}, err
	}
	return s.document(tx, n)
}
