package api_test

import (
	"maps"

	"github.com/google/uuid"

	"loftet/models"
)

// The bodies of the papers' operations for the matrix.
func init() {
	maps.Copy(matrixBodies, map[string]func(slots) any{
		"createPaper": func(ids slots) any {
			body := map[string]any{"regionId": ids["regionId"], "roundId": ids["roundId"], "language": "nb", "audience": "own"}
			if ids["municipalityId"] != "" {
				body["municipalityId"] = ids["municipalityId"]
			}
			return body
		},
		"updatePaper": fixed(map[string]any{"title": "Sak", "caseNumber": "", "committee": "", "meetingOn": "", "handler": "", "sections": []any{}, "proposal": []string{"Saken tas til orientering."},
			"attachments": []string{}}),
		"changePaperState":    fixed(map[string]any{"to": "finished"}),
		"recordRoundDecision": fixed(map[string]any{"outcome": "adopted", "body": "Kommunestyret", "caseNumber": "1/26", "decidedOn": "2026-01-01", "text": "", "public": false}),
	})
}

// papers gives each role a paper that it may read and, where it writes any, write.
func (w *matrixWorld) papers() {
	w.t.Helper()
	for role, own := range w.own {
		var municipality *uuid.UUID
		owner := w.w.council
		switch role {
		case "respondent", "approver", "municipality_admin":
			municipality, owner = &w.w.lia, w.w.lia
			own["municipalityId"] = w.w.lia.String()
		}
		shown := municipality == nil && role != "coordinator" && role != "council_member" && role != "admin"
		own["paperId"] = w.paperRow(w.w.testdal, uuid.MustParse(own["roundId"]), owner, municipality, "Sak", shown)
	}
	w.foreign["municipalityId"] = w.w.fjell.String()
	w.foreign["paperId"] = w.paperRow(w.w.naboland, uuid.MustParse(w.foreign["roundId"]), w.w.fjell, &w.w.fjell, "Naboens sak", false)
}

// paperRow keeps a paper: a draft, or one that is published.
func (h *harness) paperRow(region, round, owner uuid.UUID, municipality *uuid.UUID, title string, shown bool) string {
	h.t.Helper()
	id := models.NewID()
	h.write(func(tx *models.Tx) error {
		row := models.Paper{Base: base(tx), OwnerID: owner, RegionID: region, RoundID: round, MunicipalityID: municipality, SeriesID: id, Edition: 1, Language: "nb", Audience: "public",
			State: "draft", Title: title, Figures: `{"goals":[],"pictures":[{"title":"Mål","svg":"<svg/>","png":"iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=="}]}`,
			Texts: `{"title":"` + title + `","sections":{},"proposal":["Tas til orientering"],"attachments":[]}`}
		row.ID = id
		if shown {
			row.State, row.FinishedAt, row.PublishedAt = "finished", &tx.Now, &tx.Now
		}
		return tx.G.Create(&row).Error
	})
	return id.String()
}
