//go:build unix

package pdf

import (
	"os/exec"
	"syscall"
)

// asGroup starts a browser with its helpers as one group, and ends all of it: a
// helper would else live on where the program named is a script.
func asGroup(browser *exec.Cmd) {
	browser.SysProcAttr = &syscall.SysProcAttr{Setpgid: true}
	browser.Cancel = func() error { return syscall.Kill(-browser.Process.Pid, syscall.SIGKILL) }
}
