package stand

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"net/http"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"sync"
	"syscall"
	"time"
)

// startWithin is how long a service may take to be ready.
const startWithin = 30 * time.Second

// poll is how often a condition is looked at that nothing tells of.
const poll = 2 * time.Millisecond

// Setting is how a service is started.
type Setting struct {
	Binary   string   // from Build
	Database string   // "sqlite:FOLDER/loftet.db" or "postgres://..."
	Address  string   // host:port to listen on; a free port of loopback when empty
	Env      []string // more settings, NAME=VALUE
	Wrap     []string // a command that runs the binary, such as strace with its flags
	Watched  bool     // whether it shows its metrics
}

// Service is a running process of the service.
type Service struct {
	URL string // such as http://127.0.0.1:40123

	metrics string // address
	cmd     *exec.Cmd
	output  *output
	ended   chan struct{}
	code    int
}

// Start starts the service and waits until it is ready.
func Start(ctx context.Context, set Setting) (*Service, error) {
	s, err := Launch(ctx, set)
	if err != nil {
		return nil, err
	}
	if err := s.Ready(ctx); err != nil {
		return nil, errors.Join(err, s.Kill(), fmt.Errorf("it said:\n%s", s.Log()))
	}
	return s, nil
}

// Launch starts the process without waiting for more than the address it prints.
func Launch(ctx context.Context, set Setting) (*Service, error) {
	address := set.Address
	if address == "" {
		address = "127.0.0.1:0"
	}
	args := append(append([]string{}, set.Wrap...), set.Binary, "serve", "--address", address)
	s := &Service{cmd: exec.Command(args[0], args[1:]...), output: &output{}, ended: make(chan struct{})} //nolint:gosec,noctx // it is ended by Stop or Kill
	s.cmd.Env = append(environment(set.Database), set.Env...)
	if set.Watched {
		port, err := freePort(ctx)
		if err != nil {
			return nil, err
		}
		s.metrics = fmt.Sprintf("127.0.0.1:%d", port)
		s.cmd.Env = append(s.cmd.Env, "LOFTET_METRICS_ADDRESS="+s.metrics)
	}
	s.cmd.Stdout, s.cmd.Stderr = s.output, s.output
	s.cmd.SysProcAttr = &syscall.SysProcAttr{Setpgid: true, Pdeathsig: syscall.SIGKILL}
	if err := s.cmd.Start(); err != nil {
		return nil, err
	}
	go func() {
		_ = s.cmd.Wait() // how it ended stands in its state
		s.code = s.cmd.ProcessState.ExitCode()
		close(s.ended)
	}()
	err := Until(ctx, startWithin, func() bool {
		_, after, found := strings.Cut(s.Log(), "answers on ")
		s.URL, _, _ = strings.Cut(after, "\n")
		return found && strings.Contains(after, "\n") || s.Ended()
	})
	if err == nil && s.URL == "" {
		err = errors.New("the service ended before it listened")
	}
	if err != nil {
		return nil, errors.Join(err, s.Kill(), fmt.Errorf("it said:\n%s", s.Log()))
	}
	return s, nil
}

// environment is the caller's without the settings of a service, and with the
// database.
func environment(database string) []string {
	var env []string
	for _, variable := range os.Environ() {
		if !strings.HasPrefix(variable, "LOFTET_") && !strings.HasPrefix(variable, "DATABASE_URL=") {
			env = append(env, variable)
		}
	}
	if path, ok := strings.CutPrefix(database, "sqlite:"); ok {
		return append(env, "LOFTET_DATA="+filepath.Dir(path))
	}
	return append(env, "DATABASE_URL="+database, "LOFTET_DATA="+os.TempDir())
}

// Ready waits until the service says that it is ready.
func (s *Service) Ready(ctx context.Context) error {
	err := Until(ctx, startWithin, func() bool { return s.Ended() || status(ctx, s.URL+"/readyz") == http.StatusOK })
	if err == nil && s.Ended() {
		return errors.New("the service ended")
	}
	return err
}

// PID is the process of the service; of its wrapper where there is one.
func (s *Service) PID() int { return s.cmd.Process.Pid }

// Ended tells whether the process is gone.
func (s *Service) Ended() bool {
	select {
	case <-s.ended:
		return true
	default:
		return false
	}
}

// Kill ends the process and its children at once, as a power cut would, and
// waits until they are gone.
func (s *Service) Kill() error {
	err := syscall.Kill(-s.PID(), syscall.SIGKILL)
	<-s.ended
	if errors.Is(err, syscall.ESRCH) {
		return nil
	}
	return err
}

// Stop asks the process to end and gives its exit code.
func (s *Service) Stop() (int, error) {
	if err := syscall.Kill(-s.PID(), syscall.SIGTERM); err != nil && !errors.Is(err, syscall.ESRCH) {
		return 0, err
	}
	select {
	case <-s.ended:
		return s.code, nil
	case <-time.After(startWithin):
		return 0, errors.Join(errors.New("the service did not end when it was told to"), s.Kill())
	}
}

// Log is all that the process has said so far.
func (s *Service) Log() string { return s.output.String() }

// Until waits until a condition holds, and fails when it takes longer than
// within.
func Until(ctx context.Context, within time.Duration, holds func() bool) error {
	ctx, cancel := context.WithTimeout(ctx, within)
	defer cancel()
	ticker := time.NewTicker(poll)
	defer ticker.Stop()
	for !holds() {
		select {
		case <-ticker.C:
		case <-ctx.Done():
			return fmt.Errorf("waited %s in vain: %w", within, ctx.Err())
		}
	}
	return nil
}

// status is the status of an address, 0 when nobody answers.
func status(ctx context.Context, url string) int {
	request, err := http.NewRequestWithContext(ctx, http.MethodGet, url, nil)
	if err != nil {
		return 0
	}
	response, err := http.DefaultClient.Do(request)
	if err != nil {
		return 0
	}
	defer func() { _ = response.Body.Close() }() // it was only read
	return response.StatusCode
}

// output collects what a process says.
type output struct {
	mu   sync.Mutex
	text bytes.Buffer
}

func (o *output) Write(p []byte) (int, error) {
	o.mu.Lock()
	defer o.mu.Unlock()
	return o.text.Write(p)
}

func (o *output) String() string {
	o.mu.Lock()
	defer o.mu.Unlock()
	return o.text.String()
}
