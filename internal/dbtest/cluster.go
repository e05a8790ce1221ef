package dbtest

import (
	"bufio"
	"bytes"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"sync"
)

var errNoPostgres = errors.New("PostgreSQL is not installed, so the tests on it are skipped; see scripts/need-postgres.sh")

// exitNoPostgres is how scripts/postgres.sh says that it found no PostgreSQL.
const exitNoPostgres = 69

// clusterAddress gives the address of the cluster for this process: the one from
// the environment, or its own, started at the first call.
var clusterAddress = sync.OnceValues(func() (string, error) {
	if address := os.Getenv("LOFTET_TEST_POSTGRES"); address != "" {
		return address, nil
	}
	root, err := moduleRoot()
	if err != nil {
		return "", err
	}
	return startCluster(filepath.Join(root, "scripts", "postgres.sh"))
})

// lifeline is kept open as long as this process lives; when it closes, the script
// stops the cluster and removes its files.
var lifeline any

// startCluster runs the script and gives the address that it prints.
func startCluster(script string) (string, error) {
	var complaint bytes.Buffer
	command := exec.Command(script)
	command.Stderr = &complaint
	stdin, err := command.StdinPipe()
	if err != nil {
		return "", err
	}
	stdout, err := command.StdoutPipe()
	if err != nil {
		return "", err
	}
	if err := command.Start(); err != nil {
		return "", fmt.Errorf("start PostgreSQL: %w", err)
	}
	address, _ := bufio.NewReader(stdout).ReadString('\n')
	if address == "" {
		err := command.Wait()
		if command.ProcessState.ExitCode() == exitNoPostgres {
			return "", errNoPostgres
		}
		return "", fmt.Errorf("start PostgreSQL: %w: %s", err, complaint.String())
	}
	lifeline = stdin
	return strings.TrimSpace(address), nil
}
