package stand

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"net"
	"os"
	"os/exec"
	"os/user"
	"path/filepath"
	"strconv"
	"strings"
	"syscall"
	"time"
)

// Postgres is a cluster with full durability, as in service: what it has
// acknowledged survives a power cut.
type Postgres struct {
	Bin  string // folder of its programs
	Port int    // on 127.0.0.1
	dir  string
	as   *syscall.Credential // nil when the caller may run it as itself
}

// ErrNoPostgres says that PostgreSQL's programs are not installed.
var ErrNoPostgres = errors.New("PostgreSQL is not installed; see scripts/need-postgres.sh")

// NewPostgres makes a cluster in a folder of its own and starts it. Close stops
// and removes it.
func NewPostgres(ctx context.Context) (*Postgres, error) {
	bin, err := findPostgres()
	if err != nil {
		return nil, err
	}
	p := &Postgres{Bin: bin}
	if p.dir, err = os.MkdirTemp("", "loftet-stand-pg"); err != nil {
		return nil, err
	}
	if p.Port, err = freePort(ctx); err == nil {
		err = p.owner()
	}
	if err == nil {
		err = p.run(ctx, "initdb", "--no-sync", "-D", p.data(), "-U", "postgres", "-A", "trust", "-E", "UTF8", "--locale=C")
	}
	if err == nil {
		err = p.Start(ctx)
	}
	if err != nil {
		return nil, errors.Join(err, os.RemoveAll(p.dir))
	}
	return p, nil
}

// owner steps down to the account postgres where the caller is root, which
// PostgreSQL refuses to run as.
func (p *Postgres) owner() error {
	if os.Getuid() != 0 {
		return nil
	}
	account, err := user.Lookup("postgres")
	if err != nil {
		return err
	}
	uid, err := strconv.ParseUint(account.Uid, 10, 32)
	if err != nil {
		return err
	}
	gid, err := strconv.ParseUint(account.Gid, 10, 32)
	if err != nil {
		return err
	}
	p.as = &syscall.Credential{Uid: uint32(uid), Gid: uint32(gid)}
	return os.Chown(p.dir, int(uid), int(gid))
}

func (p *Postgres) data() string { return filepath.Join(p.dir, "data") }

// Start starts the cluster and waits until it takes connections.
func (p *Postgres) Start(ctx context.Context) error {
	return p.run(ctx, "pg_ctl", "start", "-w", "-t", "60", "-D", p.data(), "-l", filepath.Join(p.dir, "log"),
		"-o", fmt.Sprintf("-c listen_addresses=127.0.0.1 -c port=%d -c unix_socket_directories=%s -c max_connections=200 -c fsync=on -c synchronous_commit=on -c full_page_writes=on", p.Port, p.dir))
}

// Stop stops the cluster: "fast" breaks connections off, "immediate" is a crash.
func (p *Postgres) Stop(ctx context.Context, mode string) error {
	return p.run(ctx, "pg_ctl", "stop", "-w", "-D", p.data(), "-m", mode)
}

// Pause halts every process of the cluster without breaking a connection;
// Resume lets them go on.
func (p *Postgres) Pause() error { return p.signal(syscall.SIGSTOP) }

// Resume ends a pause.
func (p *Postgres) Resume() error { return p.signal(syscall.SIGCONT) }

// signal sends a signal to the server process and all its children.
func (p *Postgres) signal(sig syscall.Signal) error {
	pids, err := p.processes()
	if err != nil {
		return err
	}
	var errs []error
	for i, pid := range pids {
		err := syscall.Kill(pid, sig)
		if i == 0 || !errors.Is(err, syscall.ESRCH) { // a child may be gone
			errs = append(errs, err)
		}
	}
	return errors.Join(errs...)
}

// processes gives the server process and then its children.
func (p *Postgres) processes() ([]int, error) {
	head, err := os.ReadFile(filepath.Join(p.data(), "postmaster.pid"))
	if err != nil {
		return nil, err
	}
	first, _, _ := strings.Cut(string(head), "\n")
	main, err := strconv.Atoi(first)
	if err != nil {
		return nil, err
	}
	children, err := os.ReadFile(fmt.Sprintf("/proc/%d/task/%d/children", main, main))
	if err != nil {
		return nil, err
	}
	pids := []int{main}
	for _, child := range strings.Fields(string(children)) {
		pid, err := strconv.Atoi(child)
		if err != nil {
			return nil, err
		}
		pids = append(pids, pid)
	}
	return pids, nil
}

// CPU is the processor time that the processes of the cluster have taken, but for
// those that have ended.
func (p *Postgres) CPU() (time.Duration, error) {
	pids, err := p.processes()
	if err != nil {
		return 0, err
	}
	var ns int64
	for _, pid := range pids {
		text, err := os.ReadFile(fmt.Sprintf("/proc/%d/schedstat", pid))
		if errors.Is(err, fs.ErrNotExist) {
			continue
		}
		if err != nil {
			return 0, err
		}
		first, _, _ := strings.Cut(string(text), " ")
		one, err := strconv.ParseInt(first, 10, 64)
		if err != nil {
			return 0, err
		}
		ns += one
	}
	return time.Duration(ns), nil
}

// Address is that of a database of the cluster, for the service.
func (p *Postgres) Address(database string) string {
	return fmt.Sprintf("postgres://postgres@127.0.0.1:%d/%s?sslmode=disable", p.Port, database)
}

// Create makes an empty database and gives its address.
func (p *Postgres) Create(ctx context.Context, database string) (string, error) {
	return p.Address(database), p.run(ctx, "createdb", "-h", "127.0.0.1", "-p", strconv.Itoa(p.Port), "-U", "postgres", database)
}

// Close stops the cluster and removes it.
func (p *Postgres) Close() error {
	ctx := context.Background() // it is stopped whatever has ended
	_ = p.Resume()              // it may be stopped already
	return errors.Join(p.Stop(ctx, "immediate"), os.RemoveAll(p.dir))
}

func (p *Postgres) run(ctx context.Context, program string, args ...string) error {
	cmd := exec.CommandContext(ctx, filepath.Join(p.Bin, program), args...) //nolint:gosec // PostgreSQL's own programs
	cmd.Dir = p.dir
	cmd.SysProcAttr = &syscall.SysProcAttr{Credential: p.as}
	said := &output{}
	cmd.Stdout, cmd.Stderr = said, said
	cmd.WaitDelay = 1 // a started server keeps our pipe open
	if err := cmd.Run(); err != nil && !errors.Is(err, exec.ErrWaitDelay) {
		return fmt.Errorf("%s: %w\n%s", program, err, said)
	}
	return nil
}

// findPostgres gives the folder of the newest programs; Debian keeps them
// outside PATH.
func findPostgres() (string, error) {
	found, err := filepath.Glob("/usr/lib/postgresql/*/bin/initdb")
	if err == nil && len(found) > 0 {
		return filepath.Dir(found[len(found)-1]), nil
	}
	path, err := exec.LookPath("initdb")
	if err != nil {
		return "", ErrNoPostgres
	}
	return filepath.Dir(path), nil
}

// freePort gives a port of loopback that nobody listens on.
func freePort(ctx context.Context) (int, error) {
	var config net.ListenConfig
	l, err := config.Listen(ctx, "tcp", "127.0.0.1:0")
	if err != nil {
		return 0, err
	}
	defer func() { _ = l.Close() }() // it is free again
	return l.Addr().(*net.TCPAddr).Port, nil
}
