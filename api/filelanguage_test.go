package api_test

import "testing"

// A link to a file is followed by the browser, which asks for its own language: the page's stands in the address.
func TestATableIsInTheLanguageOfItsAddress(t *testing.T) {
	eachDB(t, func(t *testing.T, h *harness) {
		round := "/rounds/" + h.openRound().ID.String()
		h.run([]row{
			{as: "coordinator", method: "GET", path: round + "/progress/table?lang=nn", status: 200, has: []string{"Sist endra"}},
			{as: "coordinator", method: "GET", path: round + "/progress/table", status: 200, has: []string{"Sist endret"}},
			{as: "coordinator", method: "GET", path: round + "/efforts/table?lang=en", status: 200, has: []string{"Hours in all"}},
			{as: "lia-respondent", method: "GET", path: "/judgement-table?lang=en", status: 200, has: []string{"Written by"}},
		})
	})
}
