package api_test

import (
	"os"
	"strings"
	"testing"

	"github.com/getkin/kin-openapi/openapi3"
	"gopkg.in/yaml.v3"

	"loftet/api"
	"loftet/models"
)

// tableRow is an operation of the contract with the roles that may call it.
type tableRow struct {
	id, method, path string
	roles            map[string]bool
}

// tableRows joins the contract with the permission table; ids in paths are new
// ones that nothing has.
func tableRows(t *testing.T) []tableRow {
	t.Helper()
	text, err := os.ReadFile("permissions.yaml")
	if err != nil {
		t.Fatal(err)
	}
	var table map[string]map[string]string
	if err := yaml.Unmarshal(text, &table); err != nil {
		t.Fatal(err)
	}
	spec, err := openapi3.NewLoader().LoadFromData(api.Document())
	if err != nil {
		t.Fatal(err)
	}
	var rows []tableRow
	for path, item := range spec.Paths.Map() {
		for method, op := range item.Operations() {
			r := tableRow{id: op.OperationID, method: method, path: filled(path), roles: map[string]bool{}}
			for role := range table[op.OperationID] {
				r.roles[role] = true
			}
			rows = append(rows, r)
		}
	}
	return rows
}

func filled(path string) string {
	parts := strings.Split(path, "/")
	for i, p := range parts {
		switch {
		case !strings.HasPrefix(p, "{"):
		case p == "{goal}" || p == "{revision}":
			parts[i] = "1"
		case p == "{code}":
			parts[i] = "6.4-leak"
		case p == "{chart}":
			parts[i] = "goals"
		default:
			parts[i] = models.NewID().String()
		}
	}
	return strings.Join(parts, "/")
}
