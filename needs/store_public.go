package needs

import (
	"errors"
	"slices"

	"gorm.io/gorm"

	"loftet/models"
)

// publishedPage gives one row more than the page holds, when there is one, and
// the number of all that fit.
func publishedPage(tx *models.Tx, q PublicQuery) ([]models.Need, int, error) {
	var total int64
	if err := narrow(tx.G.Model(&models.Need{}), q).Count(&total).Error; err != nil {
		return nil, 0, err
	}
	g, err := ordered(narrow(tx.G, q), q)
	if err != nil {
		return nil, 0, err
	}
	var rows []models.Need
	err = g.Select(listed).Limit(q.Limit + 1).Find(&rows).Error
	return rows, int(total), err
}

// listed are the columns that lists of published needs take from the need itself:
// what is read of it stands in its document.
var listed = []string{"id", "state", "published_version", "published_at", "published_deadline"}

func narrow(g *gorm.DB, q PublicQuery) *gorm.DB {
	g = g.Where("published_version > 0")
	if q.Goal != 0 {
		g = g.Where("goal = ?", q.Goal)
	}
	if q.RegionID != nil {
		g = g.Where("region_id = ?", *q.RegionID)
	}
	if q.DeadlineFrom != "" {
		g = g.Where("published_deadline >= ?", q.DeadlineFrom)
	}
	if q.DeadlineTo != "" {
		g = g.Where("published_deadline <= ?", q.DeadlineTo)
	}
	for _, pattern := range patterns(q.Word) {
		g = g.Where(`search like ? escape '\'`, pattern)
	}
	return g
}

// ordered sorts by a column of the allow-list and begins after the cursor.
func ordered(g *gorm.DB, q PublicQuery) (*gorm.DB, error) {
	column, beyond, direction := "published_deadline", ">", ""
	switch q.Sort {
	case SortNewest:
		column, beyond, direction = "published_at", "<", " desc"
	case SortPriority:
		column, beyond, direction = "published_priority", "<", " desc"
	}
	if q.Cursor != "" {
		key, id, err := readCursor(q.Cursor, q.Sort)
		if err != nil {
			return nil, err
		}
		if q.Sort == SortPriority {
			key = gorm.Expr("(select published_priority from needs where id = ? and published_version > 0)", id)
		}
		g = g.Where("("+column+" "+beyond+" ? or ("+column+" = ? and id "+beyond+" ?))", key, key, id)
	}
	return g.Order(column + direction + ", id" + direction), nil
}

// openVersions gives the published needs that are open by their versions alone:
// three columns of many rows, which is why they are not read as whole needs.
func openVersions(tx *models.Tx) (list []OpenVersion, err error) {
	rows, err := tx.G.Model(&models.Need{}).Select("id, published_version, state").
		Where("published_version > 0 and state in ?", []State{StatePublished, StateInDialogue}).Rows()
	if err != nil {
		return nil, err
	}
	defer func() { err = errors.Join(err, rows.Close()) }()
	for rows.Next() {
		var v OpenVersion
		if err := rows.Scan(&v.ID, &v.Number, &v.State); err != nil {
			return nil, err
		}
		list = append(list, v)
	}
	return list, rows.Err()
}

// versionDocuments gives the documents of published versions.
func versionDocuments(tx *models.Tx, versions []OpenVersion) (map[OpenVersion]string, error) {
	documents := make(map[OpenVersion]string, len(versions))
	for some := range slices.Chunk(versions, batch) {
		pairs := make([][]any, len(some))
		for i, v := range some {
			pairs[i] = []any{v.ID, v.Number}
		}
		var rows []models.NeedVersion
		if err := tx.G.Where("(need_id, number) in ?", pairs).Find(&rows).Error; err != nil {
			return nil, err
		}
		for _, row := range rows {
			documents[OpenVersion{ID: row.NeedID, Number: row.Number}] = row.Document
		}
	}
	return documents, nil
}
