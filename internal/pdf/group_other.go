//go:build !unix

package pdf

import "os/exec"

// asGroup does nothing: the browser alone is ended, and its helpers end with it.
func asGroup(*exec.Cmd) {}
