package main

import (
	"bytes"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// command runs the program on a data folder and gives its code and outputs.
func command(t *testing.T, data, stdin string, args ...string) (code int, stdout, stderr string) {
	t.Helper()
	var out, err bytes.Buffer
	code = run(t.Context(), args, []string{"LOFTET_DATA=" + data}, strings.NewReader(stdin), &out, &err)
	return code, out.String(), err.String()
}

func TestUserAdd(t *testing.T) {
	data := t.TempDir()
	add := func(args ...string) []string { return append([]string{"user", "add"}, args...) }
	for _, row := range []struct {
		name, stdin string
		args        []string
		code        int
		has         []string // in either output
	}{
		{"the first administrator", "", add("--email", "Drift@loftet.example", "--name", "Drift", "--role", "admin"), 0,
			[]string{"is admin for Løftet", "The organisation was made", "http://127.0.0.1:8080/nb/set-password#token="}},
		{"once more, since the link was lost", "", add("--email", "drift@loftet.example", "--name", "Drift", "--role", "admin"), 0,
			[]string{"set-password#token="}},
		{"with a password", "fjellbekk i juni\nnoe mer\n", add("--email", "to@loftet.example", "--name", "To", "--role", "admin", "--password-file", "-"), 0,
			[]string{"to@loftet.example is admin"}},
		{"a password on one that has one", "fjellbekk i juni\n", add("--email", "to@loftet.example", "--name", "To", "--role", "coordinator",
			"--org", "Hallingdal", "--kind", "regional_council", "--password-file", "-"), 1, []string{"has a password already"}},
		{"what it takes", "", add("--help"), 0, []string{"--kind=KIND", " municipality,county,"}},
		{"a kind that is none", "", add("--email", "to@loftet.example", "--name", "To", "--role", "admin", "--kind", "town"), 2,
			[]string{`--kind must be one of "municipality","county"`}},
		{"another role", "", add("--email", "to@loftet.example", "--name", "To", "--role", "coordinator", "--org", "Hallingdal", "--kind", "regional_council"), 0,
			[]string{"is coordinator for Hallingdal", "sign in as before"}},
		{"a common password", "passord123\n", add("--email", "tre@loftet.example", "--name", "Tre", "--role", "admin", "--password-file", "-"), 1,
			[]string{"easy to guess"}},
		{"no organisation", "", add("--email", "tre@loftet.example", "--name", "Tre", "--role", "supplier"), 2, []string{"--org names the organisation"}},
		{"an unknown organisation", "", add("--email", "tre@loftet.example", "--name", "Tre", "--role", "supplier", "--org", "Varme AS"), 1,
			[]string{"no organisation with this name"}},
		{"a role that does not fit", "", add("--email", "tre@loftet.example", "--name", "Tre", "--role", "approver", "--org", "Hallingdal", "--kind", "regional_council"), 1,
			[]string{"no such role"}},
		{"no address", "", add("--email", "tre", "--name", "Tre", "--role", "admin"), 1, []string{"email: Write an e-mail address"}},
		{"no such role", "", add("--email", "tre@loftet.example", "--name", "Tre", "--role", "king"), 2, []string{"--role"}},
		{"disable", "", []string{"user", "disable", "--email", "TO@loftet.example"}, 0, []string{"can no longer sign in"}},
		{"disable nobody", "", []string{"user", "disable", "--email", "nobody@loftet.example"}, 1, []string{"nobody signs in with nobody@loftet.example"}},
		{"enable", "", []string{"user", "enable", "--email", "to@loftet.example"}, 0, []string{"can sign in again"}},
		{"erase without a reason", "", []string{"user", "erase", "--email", "to@loftet.example"}, 2, []string{"--reason"}},
		{"erase nobody", "", []string{"user", "erase", "--email", "nobody@loftet.example", "--reason", "x"}, 1, []string{"email: Nobody has an account with this address"}},
		{"erase", "", []string{"user", "erase", "--email", "TO@loftet.example", "--reason", "asked for it"}, 1, []string{"Hand the role over first", "Løftet"}},
		{"somebody else to run it", "fjellbekk i juni\n", add("--email", "ny@loftet.example", "--name", "Ny", "--role", "admin", "--password-file", "-"), 0, nil},
		{"erase when there is another", "", []string{"user", "erase", "--email", "TO@loftet.example", "--reason", "asked for it"}, 0, []string{"is erased"}},
		{"once more", "", []string{"user", "erase", "--email", "to@loftet.example", "--reason", "asked for it"}, 1, []string{"Nobody has an account"}},
	} {
		code, stdout, stderr := command(t, data, row.stdin, row.args...)
		if code != row.code {
			t.Errorf("%s: code %d, want %d\n%s%s", row.name, code, row.code, stdout, stderr)
		}
		for _, want := range row.has {
			if !strings.Contains(stdout+stderr, want) {
				t.Errorf("%s: lacks %q\n%s%s", row.name, want, stdout, stderr)
			}
		}
	}
}

func TestImportRegions(t *testing.T) {
	data := t.TempDir()
	file := func(name, text string) string {
		path := filepath.Join(data, name)
		if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
		return path
	}
	good := file("good.csv", "number,name,flag\n3324,Gol,x\n3326,Hemsedal,y\n")
	bad := file("bad.csv", "number,name\n3324,Gol\n332,Hemsedal\n0301,\n")
	for _, row := range []struct {
		name string
		args []string
		code int
		has  []string
	}{
		{"into a council's region", []string{good, "--region", "Hallingdal", "--owner", "Hallingdal regionråd"}, 0,
			[]string{"municipalities: 2 new", "regions, counties and countries: 2 new", "memberships in these: 4 new", `good.csv:1: the column "flag" is not used`}},
		{"again", []string{good, "--region", "Hallingdal"}, 0, []string{"municipalities: 0 new, 0 changed; regions, counties and countries: 0 new; memberships in these: 0 new, 0 ended"}},
		{"faults", []string{bad}, 1, []string{"bad.csv:3: the number 332 has lost its leading zero", "bad.csv:4: the name is blank"}},
		{"no such file", []string{filepath.Join(data, "none.csv")}, 1, []string{"none.csv"}},
		{"an owner of nothing", []string{good, "--owner", "X"}, 2, []string{"--owner goes with --region"}},
	} {
		code, stdout, stderr := command(t, data, "", append([]string{"import", "regions"}, row.args...)...)
		if code != row.code {
			t.Errorf("%s: code %d, want %d\n%s%s", row.name, code, row.code, stdout, stderr)
		}
		for _, want := range row.has {
			if !strings.Contains(stdout+stderr, want) {
				t.Errorf("%s: lacks %q\n%s%s", row.name, want, stdout, stderr)
			}
		}
	}
	code, stdout, stderr := command(t, data, "", "user", "add", "--email", "en@gol.example", "--name", "En", "--role", "approver", "--org", "3324")
	if code != 0 || !strings.Contains(stdout, "approver for Gol") {
		t.Errorf("a role by the municipality's number: %d %s%s", code, stdout, stderr)
	}
}
