package api

import (
	"flag"
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"loftet/api/problems"
	"loftet/orgs"
)

var update = flag.Bool("update", false, "write docs/permissions.md and docs/problems.md anew")

// TestDocsAreWhatTheFilesSay holds the two pages that are made from the
// permission table and the problem catalogue. go test ./api -update writes them.
func TestDocsAreWhatTheFilesSay(t *testing.T) {
	table, err := loadPermissions()
	if err != nil {
		t.Fatal(err)
	}
	ops, err := loadOperations(document)
	if err != nil {
		t.Fatal(err)
	}
	catalogue, err := problems.Load()
	if err != nil {
		t.Fatal(err)
	}
	for name, text := range map[string]string{
		"permissions.md": permissionPage(table, ops), "problems.md": problemPage(catalogue),
	} {
		path := filepath.Join("..", "docs", name)
		if *update {
			if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
				t.Fatal(err)
			}
		}
		got, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		if string(got) != text {
			t.Errorf("%s is out of date: go test ./api -run TestDocs -update", path)
		}
	}
}

func permissionPage(table permissions, ops operations) string {
	roles := []orgs.Role{anyone, orgs.Respondent, orgs.Approver, orgs.MunicipalityAdmin, orgs.Coordinator,
		orgs.CouncilMember, orgs.Supplier, orgs.Admin}
	var b strings.Builder
	b.WriteString("# Who may do what\n\nMade from [api/permissions.yaml](../api/permissions.yaml). A cell is the scope; an empty one is refused with 403, " +
		"or 401 without sign-in. A record outside the scope is answered like one that does not exist. Which state of a record allows a call is the domain's own table.\n\n| operation |")
	for _, r := range roles {
		fmt.Fprintf(&b, " %s |", r)
	}
	b.WriteString("\n|---|" + strings.Repeat("---|", len(roles)) + "\n")
	ids := map[string]bool{}
	for _, o := range ops {
		ids[o.id] = true
	}
	for _, id := range slices.Sorted(maps.Keys(ids)) {
		fmt.Fprintf(&b, "| %s |", id)
		for _, r := range roles {
			fmt.Fprintf(&b, " %s |", table[id][r])
		}
		b.WriteString("\n")
	}
	return b.String()
}

func problemPage(c *problems.Catalogue) string {
	var b strings.Builder
	b.WriteString("# What can go wrong\n\nMade from [api/problems](../api/problems). Every error is `application/problem+json` (RFC 9457); " +
		"`code` and `type` are stable, the texts follow `Accept-Language`.\n\n| code | status | title | what to do |\n|---|---|---|---|\n")
	for _, code := range slices.Sorted(maps.Keys(c.Problems)) {
		e := c.Problems[code]
		fmt.Fprintf(&b, "| `%s` | %d | %s | %s |\n", code, e.Status, e.Title.EN, e.Detail.EN)
	}
	b.WriteString("\n## Single fields\n\n| code | message |\n|---|---|\n")
	for _, code := range slices.Sorted(maps.Keys(c.Fields)) {
		fmt.Fprintf(&b, "| `%s` | %s |\n", code, c.Fields[code].EN)
	}
	return b.String()
}
