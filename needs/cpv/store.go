package cpv

import (
	"strings"

	"gorm.io/gorm/clause"

	"loftet/models"
)

// batch is how many rows one statement writes or asks for.
const batch = 100

// Store writes the list in place of what stood there for the same codes.
func Store(tx *models.Tx, codes []models.CPVCode) error {
	return tx.G.Clauses(clause.OnConflict{
		Columns:   []clause.Column{{Name: "code"}},
		DoUpdates: clause.AssignmentColumns([]string{"digit", "labels", "search"}),
	}).CreateInBatches(codes, batch).Error
}

// anyCode tells whether a list has been imported.
func anyCode(tx *models.Tx) (bool, error) {
	var one []models.CPVCode
	err := tx.G.Select("code").Limit(1).Find(&one).Error
	return len(one) > 0, err
}

func byCode(tx *models.Tx, codes []string) (map[string]models.CPVCode, error) {
	found := make(map[string]models.CPVCode, len(codes))
	for start := 0; start < len(codes); start += batch {
		var rows []models.CPVCode
		part := codes[start:min(start+batch, len(codes))]
		if err := tx.G.Where("code in ?", part).Find(&rows).Error; err != nil {
			return nil, err
		}
		for _, row := range rows {
			found[row.Code] = row
		}
	}
	return found, nil
}

// Search finds up to limit codes, in their order, by the digits they begin with
// or by words that all stand in a label of any language.
func Search(tx *models.Tx, text, lang string, limit int) ([]Code, error) {
	g := tx.G.Order("code").Limit(limit)
	for _, word := range strings.Fields(strings.ToLower(text)) {
		if digits := strings.ReplaceAll(word, "-", ""); strings.Trim(digits, "0123456789") == "" && digits != "" {
			g = g.Where(`code like ?`, digits[:min(len(digits), 8)]+"%")
			continue
		}
		g = g.Where(`search like ? escape '\'`, "%"+escape.Replace(word)+"%")
	}
	var rows []models.CPVCode
	if err := g.Find(&rows).Error; err != nil {
		return nil, err
	}
	codes := make([]Code, len(rows))
	for i, row := range rows {
		codes[i] = shown(row.Code, row, lang)
	}
	return codes, nil
}

// escape takes their meaning from the wildcards of LIKE.
var escape = strings.NewReplacer(`\`, `\\`, `%`, `\%`, `_`, `\_`)
