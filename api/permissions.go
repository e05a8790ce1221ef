package api

import (
	_ "embed"
	"fmt"
	"maps"
	"slices"

	"gopkg.in/yaml.v3"

	"loftet/orgs"
)

//go:embed permissions.yaml
var permissionFile []byte

// permissions is the table of operation, role and scope.
type permissions map[string]map[orgs.Role]orgs.Scope

// anyone is the name of the public in the table.
const anyone orgs.Role = "public"

var widths = map[orgs.Scope]int{
	orgs.ScopePublic: 1, orgs.ScopeOwn: 2, orgs.ScopeSection: 2, orgs.ScopeMunicipality: 3, orgs.ScopeBusiness: 3,
	orgs.ScopeRegion: 4, orgs.ScopeAny: 5,
}

func loadPermissions() (permissions, error) { return readPermissions(permissionFile) }

// readPermissions reads a table; a role or scope that does not exist is an error.
func readPermissions(text []byte) (permissions, error) {
	var table permissions
	if err := yaml.Unmarshal(text, &table); err != nil {
		return nil, fmt.Errorf("read permission table: %w", err)
	}
	for op, roles := range table {
		for role, scope := range roles {
			if role != anyone && !role.Known() {
				return nil, fmt.Errorf("permission table: %s: there is no role %q", op, role)
			}
			if widths[scope] == 0 {
				return nil, fmt.Errorf("permission table: %s, %s: unknown scope %q", op, role, scope)
			}
		}
	}
	return table, nil
}

// covers checks that the table names every operation of the contract and no
// other.
func (p permissions) covers(ops operations) error {
	known := map[string]bool{}
	for _, o := range ops {
		known[o.id] = true
		if len(p[o.id]) == 0 {
			return fmt.Errorf("permission table: operation %s is missing", o.id)
		}
	}
	for _, id := range slices.Sorted(maps.Keys(p)) {
		if !known[id] {
			return fmt.Errorf("permission table: %s is no operation of the contract", id)
		}
	}
	return nil
}

// scope gives the widest scope that one of the roles has for an operation. It
// is empty when none may call it.
func (p permissions) scope(operation string, roles []orgs.Role) orgs.Scope {
	widest := p[operation][anyone]
	for _, role := range roles {
		if s := p[operation][role]; widths[s] > widths[widest] {
			widest = s
		}
	}
	return widest
}
