package paper

import (
	"strconv"

	"loftet/surveys"
)

var judgementColumns = []string{"kind", "goal", "text", "source", "judgedOn", "endedOn", "endReason", "judgedBy"}

// JudgementsCSV writes the strengths and weaknesses that a municipality sees in itself.
func JudgementsCSV(list []surveys.Judgement, lang string) ([]byte, error) {
	return textOf(judgementsSheet(list, lang))
}

func judgementsSheet(list []surveys.Judgement, lang string) sheet {
	s := sheet{name: label("judgements", lang)}
	for _, key := range judgementColumns {
		s.header = append(s.header, label(key, lang))
	}
	for _, j := range list {
		fields := judgementFields(j, lang)
		row := make([]cell, len(judgementColumns))
		for i, key := range judgementColumns {
			row[i] = cell{Text: fields[key]}
		}
		s.rows = append(s.rows, row)
	}
	return s
}

// judgementEntries are the same for the page.
func judgementEntries(list []surveys.Judgement, lang string) []entry {
	var entries []entry
	for _, j := range list {
		fields := judgementFields(j, lang)
		e := entry{Name: fields["kind"], Answer: fields["text"]}
		if j.Goal > 0 {
			e.Name += ": " + fields["goal"] + " " + goalName(j.Goal, lang)
		}
		for _, key := range judgementColumns[3:] {
			if fields[key] != "" {
				e.Facts = append(e.Facts, fact{label(key, lang), fields[key]})
			}
		}
		entries = append(entries, e)
	}
	return entries
}

func judgementFields(j surveys.Judgement, lang string) map[string]string {
	fields := map[string]string{"kind": label(j.Kind, lang), "text": j.Text, "source": j.Source,
		"judgedOn": string(j.JudgedOn), "endedOn": string(j.EndedOn), "endReason": j.EndReason}
	if j.Goal > 0 {
		fields["goal"] = strconv.Itoa(j.Goal)
	}
	if j.By != nil {
		fields["judgedBy"] = j.By.Name
	}
	return fields
}
