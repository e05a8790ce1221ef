package dbtest_test

import (
	"os"
	"os/exec"
	"strings"
	"testing"
)

// rerun runs TestEachIsMigrated of this test binary in another folder and with
// another value of CI, and gives what it printed.
func rerun(t *testing.T, dir, ci string) string {
	t.Helper()
	self, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	command := exec.CommandContext(t.Context(), self, "-test.run=^TestEachIsMigrated$", "-test.v")
	command.Dir = dir
	for _, variable := range os.Environ() {
		if !strings.HasPrefix(variable, "LOFTET_TEST_POSTGRES=") && !strings.HasPrefix(variable, "CI=") {
			command.Env = append(command.Env, variable)
		}
	}
	command.Env = append(command.Env, "CI="+ci)
	// The exit code follows from what is printed, so the output alone is looked at.
	output, _ := command.CombinedOutput()
	return string(output)
}
