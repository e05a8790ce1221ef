package surveys

import (
	"github.com/google/uuid"

	"loftet/indicators"
)

// appendPerson adds a person who is known.
func appendPerson(people []uuid.UUID, id *uuid.UUID) []uuid.UUID {
	if id == nil {
		return people
	}
	return append(people, *id)
}

// whoOf gives a person by name; nil where the service itself acted.
func whoOf(names map[uuid.UUID]string, id *uuid.UUID) *Who {
	if id == nil || names[*id] == "" {
		return nil
	}
	return &Who{ID: *id, Name: names[*id]}
}

func byID(id uuid.UUID) func(indicators.Indicator) bool {
	return func(i indicators.Indicator) bool { return i.ID == id }
}
