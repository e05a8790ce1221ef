package api_test

import (
	"os"
	"testing"

	"github.com/getkin/kin-openapi/openapi3"
	"gopkg.in/yaml.v3"

	"loftet/api"
)

// tableRow is an operation of the contract with the roles that may call it.
type tableRow struct {
	id, method string
	roles      map[string]bool
}

// tableRows joins the contract with the permission table.
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
	for _, item := range spec.Paths.Map() {
		for method, op := range item.Operations() {
			r := tableRow{id: op.OperationID, method: method, roles: map[string]bool{}}
			for role := range table[op.OperationID] {
				r.roles[role] = true
			}
			rows = append(rows, r)
		}
	}
	return rows
}
