package indicators

import (
	"github.com/google/uuid"

	"loftet/models"
	"loftet/orgs"
)

// markOf counts rows and their versions. Whatever has no version of its own comes
// in by an import, which leaves an audit row.
func markOf(tx *models.Tx, region uuid.UUID) (mark string, err error) {
	counted := func(from string) string {
		return " || '/' || (select count(*) || '.' || coalesce(sum(x.version), 0) from " + from + ")"
	}
	err = tx.Ask(models.Question{Read: models.One(&mark), SQL: "select (select count(*) from audit_events where object_kind in ?)" +
		counted("regions x where x.id = ?") +
		counted("rounds x where x.region_id = ?") +
		counted("round_targets x join rounds r on r.id = x.round_id where r.region_id = ?") +
		counted("responses x join rounds r on r.id = x.round_id where r.region_id = ?") +
		counted("participations x where x.region_id = ?") +
		counted("region_members m join organisations x on x.id = m.organisation_id where m.region_id = ?"),
		Args: []any{[]string{orgs.ImportKind, statisticsKind, catalogueKind}, region, region, region, region, region, region}})
	return mark, err
}
