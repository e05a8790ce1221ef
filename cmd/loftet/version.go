package main

import (
	"fmt"
	"runtime/debug"
	"strings"
)

// VersionCmd prints which build this is.
type VersionCmd struct{}

// Run prints the same line as loftet --version.
func (c *VersionCmd) Run(streams *Streams) error {
	_, err := fmt.Fprintln(streams.Stdout, version())
	return err
}

// version says which build this is in one line.
func version() string {
	info, ok := debug.ReadBuildInfo()
	if !ok {
		return "loftet (devel)"
	}
	return versionOf(info)
}

// versionOf tells the module's version, the commit with its date and whether the
// files differed from it, and the version of Go. What the build does not know is
// left out; a build that knows nothing is "(devel)".
func versionOf(info *debug.BuildInfo) string {
	set := map[string]string{}
	for _, s := range info.Settings {
		set[s.Key] = s.Value
	}
	words := []string{"loftet"}
	if info.Main.Version == "" {
		words = append(words, "(devel)")
	} else {
		words = append(words, info.Main.Version)
	}
	if revision := set["vcs.revision"]; revision != "" {
		words = append(words, "revision", revision)
		if set["vcs.time"] != "" {
			words = append(words, "of", set["vcs.time"])
		}
		if set["vcs.modified"] == "true" {
			words = append(words, "with changes")
		}
	}
	if info.GoVersion != "" {
		words = append(words, info.GoVersion)
	}
	return strings.Join(words, " ")
}
