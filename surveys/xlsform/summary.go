package xlsform

// Summary counts what stands in a form's sheets.
type Summary struct {
	FormID    string   `json:"form_id"`
	Version   string   `json:"version"`
	Languages []string `json:"languages"` // as the headers call them

	Questions int `json:"questions"` // rows that a person sees, notes among them
	Groups    int `json:"groups"`
	Repeats   int `json:"repeats"`

	Relevant   int `json:"relevant"` // rows in which the column is filled
	Constraint int `json:"constraint"`
	Calculate  int `json:"calculate"`
	Required   int `json:"required"` // rows that say more than no

	SelectOne      int `json:"select_one"`
	SelectMultiple int `json:"select_multiple"`
	Choices        int `json:"choices"` // rows of the sheet choices
}

// count counts the columns of a row.
func (s *Summary) count(from row) {
	for key, counter := range map[string]*int{"bind/relevant": &s.Relevant, "bind/constraint": &s.Constraint, "bind/calculate": &s.Calculate} {
		if from.get(key).text != "" {
			*counter++
		}
	}
	if text := from.get("bind/required").text; text != "" {
		if is, known := yes(text); is || !known {
			s.Required++
		}
	}
}

func (r *reader) finishSummary() {
	r.summary.FormID, r.summary.Version = r.form.ID, r.form.Version
	r.summary.Languages = []string{}
	if r.languages.bare && len(r.languages.named) > 0 {
		r.summary.Languages = append(r.summary.Languages, "default") // as ODK's converter calls it
	}
	r.summary.Languages = append(r.summary.Languages, r.languages.named...)
}
