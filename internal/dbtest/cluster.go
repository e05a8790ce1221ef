package dbtest

import (
	"bufio"
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"sync"
)

var errNoPostgres = errors.New("PostgreSQL is not installed, so the tests on it are skipped; see scripts/need-postgres.sh")

// exitNoPostgres is how scripts/postgres.sh says that it found no PostgreSQL.
const exitNoPostgres = 69

// cluster is a running PostgreSQL.
type cluster struct {
	address string
	// lifeline is held as long as this process lives, else the garbage collector
	// would close it; then the script stops the cluster and removes its files.
	// It is nil for a cluster that somebody else started.
	lifeline io.Closer
}

// theCluster gives the cluster for this process: the one from the environment, or
// its own, started at the first call.
var theCluster = sync.OnceValues(func() (*cluster, error) {
	if address := os.Getenv("LOFTET_TEST_POSTGRES"); address != "" {
		return &cluster{address: address}, nil
	}
	root, err := moduleRoot()
	if err != nil {
		return nil, err
	}
	return startCluster(filepath.Join(root, "scripts", "postgres.sh"))
})

// startCluster runs the script and reads the address that it prints.
func startCluster(script string) (*cluster, error) {
	var complaint bytes.Buffer
	command := exec.CommandContext(context.Background(), script)
	command.Stderr = &complaint
	stdin, err := command.StdinPipe()
	if err != nil {
		return nil, err
	}
	stdout, err := command.StdoutPipe()
	if err != nil {
		return nil, err
	}
	if err := command.Start(); err != nil {
		return nil, fmt.Errorf("start PostgreSQL: %w", err)
	}
	address, _ := bufio.NewReader(stdout).ReadString('\n')
	if address == "" {
		err := command.Wait()
		if command.ProcessState.ExitCode() == exitNoPostgres {
			return nil, errNoPostgres
		}
		return nil, fmt.Errorf("start PostgreSQL: %w: %s", err, complaint.String())
	}
	return &cluster{address: strings.TrimSpace(address), lifeline: stdin}, nil
}
