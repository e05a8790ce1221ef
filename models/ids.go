package models

import (
	"github.com/google/uuid"
	"github.com/jackc/pgx/v5/pgtype"
	pgxuuid "github.com/vgarvardt/pgx-google-uuid/v5"
)

// knowIDs teaches the driver our ids, which it would else try a dozen ways of
// writing for each value: by value, and by pointer where there may be none.
func knowIDs(types *pgtype.Map) {
	pgxuuid.Register(types)
	types.TryWrapEncodePlanFuncs = append([]pgtype.TryWrapEncodePlanFunc{
		func(value any) (pgtype.WrappedEncodePlanNextSetter, any, bool) {
			if _, ok := value.(*uuid.UUID); ok {
				return &optionalIDPlan{}, pgtype.UUID{}, true
			}
			return nil, nil, false
		},
	}, types.TryWrapEncodePlanFuncs...)
}

// optionalIDPlan writes an id that may be missing.
type optionalIDPlan struct{ next pgtype.EncodePlan }

// SetNext sets the plan that writes what is there.
func (p *optionalIDPlan) SetNext(next pgtype.EncodePlan) { p.next = next }

// Encode writes the id, or NULL.
func (p *optionalIDPlan) Encode(value any, buf []byte) ([]byte, error) {
	id, _ := value.(*uuid.UUID)
	return p.next.Encode(optionalID(id), buf)
}

func optionalID(id *uuid.UUID) pgtype.UUID {
	if id == nil {
		return pgtype.UUID{}
	}
	return pgtype.UUID{Bytes: *id, Valid: true}
}
