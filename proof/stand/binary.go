package stand

import (
	"context"
	"fmt"
	"os/exec"
	"path/filepath"
)

// Build compiles the command into a folder and gives the path of the program.
// The working directory must lie within the module.
func Build(ctx context.Context, dir string) (string, error) {
	path := filepath.Join(dir, "loftet")
	out, err := exec.CommandContext(ctx, "go", "build", "-o", path, "loftet/cmd/loftet").CombinedOutput() //nolint:gosec // the path is ours
	if err != nil {
		return "", fmt.Errorf("build the service: %w\n%s", err, out)
	}
	return path, nil
}
