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

// noteEmpty tells of a form, and of groups, in which nobody sees anything.
func (r *reader) noteEmpty() {
	for _, n := range r.nodes {
		if n.control != "" && !n.asks() {
			r.warn(n.get("type").place, "empty_group", "The %s %q has nothing that a person sees.", things[n.control], n.name)
		}
	}
	if r.summary.Questions == 0 {
		r.warn(place{sheet: "survey"}, "no_questions", "The form has no question: there is nothing to answer.")
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
