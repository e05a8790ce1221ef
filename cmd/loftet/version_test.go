package main

import (
	"regexp"
	"runtime/debug"
	"strings"
	"testing"
)

func TestVersionTellsWhatTheBuildKnows(t *testing.T) {
	for _, row := range []struct {
		name string
		info debug.BuildInfo
		want string
	}{
		{"nothing", debug.BuildInfo{}, "loftet (devel)"},
		{"a working copy", debug.BuildInfo{
			GoVersion: "go1.26.8", Main: debug.Module{Version: "(devel)"},
			Settings: []debug.BuildSetting{
				{Key: "vcs", Value: "git"}, {Key: "vcs.revision", Value: "1e4aec3"},
				{Key: "vcs.time", Value: "2026-11-02T08:00:00Z"}, {Key: "vcs.modified", Value: "true"},
			},
		}, "loftet (devel) revision 1e4aec3 of 2026-11-02T08:00:00Z with changes go1.26.8"},
		{"a release", debug.BuildInfo{
			GoVersion: "go1.26.8", Main: debug.Module{Version: "v1.2.0"},
			Settings: []debug.BuildSetting{{Key: "vcs.revision", Value: "1e4aec3"}, {Key: "vcs.modified", Value: "false"}},
		}, "loftet v1.2.0 revision 1e4aec3 go1.26.8"},
	} {
		if got := versionOf(&row.info); got != row.want {
			t.Errorf("%s: %q, want %q", row.name, got, row.want)
		}
	}
}

func TestVersionIsPrinted(t *testing.T) {
	line := regexp.MustCompile(`^loftet \S.* go1\.\S+\n$`)
	for _, arg := range []string{"version", "--version"} {
		if code, stdout, stderr := command(t, t.TempDir(), "", arg); code != exitOK || !line.MatchString(stdout) || stderr != "" {
			t.Errorf("%s: exit %d, %q, %q", arg, code, stdout, stderr)
		}
	}
}

// Nothing at all, help and --help are what people try first: each gives every
// command on a line of its own.
func TestUsageListsEveryCommand(t *testing.T) {
	commands := []string{"serve", "migrate", "backup", "restore", "editions", "demo-reset", "health", "openapi", "score", "export catalogue", "import catalogue", "import cpv", "import regions",
		"import results", "import statbank", "import statistics", "import xlsform", "user add", "user erase", "user disable", "user enable", "version"}
	for _, args := range [][]string{nil, {"help"}, {"--help"}} {
		code, stdout, stderr := command(t, t.TempDir(), "", args...)
		if code != exitOK || stderr != "" {
			t.Errorf("%q: exit %d, %q", args, code, stderr)
		}
		_, list, _ := strings.Cut(stdout, "Commands:\n")
		list, _, _ = strings.Cut(list, "\n\n")
		lines := strings.Split(strings.TrimSpace(list), "\n")
		if len(lines) != len(commands) {
			t.Errorf("%q: %d lines for %d commands:\n%s", args, len(lines), len(commands), list)
		}
		for _, name := range commands {
			if !regexp.MustCompile(`(?m)^ *` + name + ` {2,}\S.*\.$`).MatchString(list) {
				t.Errorf("%q does not say what %s does:\n%s", args, name, list)
			}
		}
	}
	if code, stdout, _ := command(t, t.TempDir(), "", "help", "user", "add"); code != exitOK || !strings.Contains(stdout, "--email") {
		t.Errorf("help of one command: exit %d\n%s", code, stdout)
	}
	if code, stdout, stderr := command(t, t.TempDir(), "", "nothing"); code != exitUsage || stdout != "" || !strings.Contains(stderr, "loftet --help") {
		t.Errorf("an unknown command: exit %d, %q, %q", code, stdout, stderr)
	}
}
