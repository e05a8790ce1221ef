package orgs

import (
	"context"
	"database/sql"
	"time"

	"github.com/google/uuid"

	"loftet/models"
)

// visitor is somebody who may sign in, with the roles that they have today. Every
// request of a signed-in person begins with it, so the session's own query brings it
// along.
type visitor struct {
	who   Actor // without an organisation yet; nobody's id: they may not sign in
	roles []OrganisationRoles
	began time.Time // their session; zero for one that begins with this request
}

type visitorKey struct{}

// Visiting gives a context for one request, under which the person behind its
// session is read together with it.
func Visiting(ctx context.Context) context.Context {
	return context.WithValue(ctx, visitorKey{}, new(visitor))
}

// BeginsAnew says that the session of a request is a new one from here on.
func BeginsAnew(ctx context.Context) {
	if v := visiting(ctx); v != nil {
		v.began = time.Time{}
	}
}

// visiting gives the visitor of a request; nil where it has none.
func visiting(ctx context.Context) *visitor {
	v, _ := ctx.Value(visitorKey{}).(*visitor)
	return v
}

// visitorOf reads a person and their roles.
func visitorOf(tx *models.Tx, personID uuid.UUID) (v visitor, err error) {
	today := models.DateOf(tx.Now)
	err = tx.Ask(models.Question{Args: []any{today, today, personID}, Read: v.read,
		SQL: "select " + visitorColumns + " from people p" + visitorRoles + " where p.id = ? and p.disabled_at is null" + visitorOrder})
	return v, err
}

// What visitor.read reads: people p, with their roles on a day that is given twice.
const (
	visitorColumns = "p.id, p.language, o.id, o.name, o.kind, m.role, m.created_at"
	visitorRoles   = `
left join memberships m on m.person_id = p.id and m.valid_from <= ? and (m.valid_to = '' or m.valid_to > ?)
left join organisations o on o.id = m.organisation_id`
	visitorOrder = " order by o.sort_key, o.id, m.role"
)

func (v *visitor) read(rows models.Rows) error {
	for rows.Next() {
		if err := v.add(rows); err != nil {
			return err
		}
	}
	return nil
}

// add takes a row in, which may have other columns before the visitor's.
func (v *visitor) add(rows models.Rows, before ...any) error {
	var person, organisation uuid.NullUUID
	var language, name, kind, role sql.NullString
	var since sql.NullTime
	if err := rows.Scan(append(before, &person, &language, &organisation, &name, &kind, &role, &since)...); err != nil {
		return err
	}
	v.who.Person, v.who.Language = person.UUID, language.String
	if organisation.Valid {
		v.roles = withRole(v.roles, roleRow{organisation.UUID, name.String, kind.String, Role(role.String), since.Time.In(time.UTC)})
	}
	return nil
}
