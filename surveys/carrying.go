package surveys

import (
	"github.com/google/uuid"

	"loftet/internal/fault"
	"loftet/models"
	"loftet/surveys/form"
)

// carry finds what becomes of each answer when a response goes from one edition to
// another, and what is new there. Answers to an indicator that has the same code and is
// another one, from another catalogue, are given as copies to store.
func (s *Service) carry(tx *models.Tx, from, to opened, move *Move) ([]models.Answer, error) {
	given, err := answersOf(tx, from.response.ID)
	if err != nil {
		return nil, err
	}
	names, err := s.questionNames(tx, from, to)
	if err != nil {
		return nil, err
	}
	var copies []models.Answer
	for _, section := range from.asked.Sections {
		for _, q := range section.Questions {
			row, there := given[q.Indicator]
			if !there || row.State == "" {
				continue
			}
			answer := MovedAnswer{Code: q.Code, Name: names[q.Indicator]}
			pinned, _, asked := to.asked.find(q.Code)
			if !asked {
				move.Lost = append(move.Lost, LostAnswer{answer, "question_gone"})
				continue
			}
			move.Carried = append(move.Carried, answer)
			if _, known := given[pinned.Indicator]; !known {
				row.ID, row.IndicatorID, row.Version = models.NewID(), pinned.Indicator, 1
				copies = append(copies, row)
			}
		}
	}
	move.Added = added(from, to, names)
	return copies, carryEntries(tx, from, to, move)
}

// questionNames gives what the indicators of two editions are called.
func (s *Service) questionNames(tx *models.Tx, both ...opened) (map[uuid.UUID]models.Text, error) {
	names := map[uuid.UUID]models.Text{}
	for _, o := range both {
		texts, err := s.askedOf(tx, o)
		if err != nil {
			return nil, err
		}
		for _, t := range texts {
			names[t.ID] = t.Name
		}
	}
	return names, nil
}

// added lists the questions that only the second is asked.
func added(from, to opened, names map[uuid.UUID]models.Text) []MovedAnswer {
	var list []MovedAnswer
	for _, section := range to.asked.Sections {
		for _, q := range section.Questions {
			if _, _, asked := from.asked.find(q.Code); !asked {
				list = append(list, MovedAnswer{Code: q.Code, Name: names[q.Indicator]})
			}
		}
	}
	for _, item := range to.asked.ownItems() {
		if _, asked := from.asked.ownItem(item.Name); !asked && item.Kind.Answered() {
			list = append(list, MovedAnswer{Code: item.Name, Own: true, Name: models.Text(item.Label)})
		}
	}
	return list
}

func carryEntries(tx *models.Tx, from, to opened, move *Move) error {
	entries, err := entriesOf(tx, from)
	if err != nil {
		return err
	}
	for _, e := range entries {
		value, err := entryValue(e)
		if err != nil {
			return err
		}
		item, asked := from.asked.ownItem(e.Name)
		if value == nil || !asked { // lost before
			continue
		}
		answer := MovedAnswer{Code: e.Name, Row: e.Row, Own: true, Name: models.Text(item.Label)}
		_, _, err = to.accept(entries, e.Name, e.Row, value)
		wrong, isFault := fault.As(err)
		switch {
		case err == nil && item.Kind != form.Repeat: // its rows tell of themselves
			move.Carried = append(move.Carried, answer)
		case err == nil:
		case isFault && wrong.Kind == fault.NotFound:
			move.Lost = append(move.Lost, LostAnswer{answer, "question_gone"})
		case isFault && wrong.Kind == fault.Invalid:
			move.Lost = append(move.Lost, LostAnswer{answer, "answer_unfit"})
		default:
			return err
		}
	}
	return nil
}
