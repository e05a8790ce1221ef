package main

import (
	"bytes"
	"context"
	"errors"
	"io"
	"net/http"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"time"

	"loftet/internal/config"
)

func TestTheServiceStartsAnswersAndStops(t *testing.T) {
	cfg, err := config.Read([]string{"LOFTET_ADDRESS=127.0.0.1:0", "LOFTET_METRICS_ADDRESS=127.0.0.1:0", "LOFTET_DATA=" + t.TempDir()})
	if err != nil {
		t.Fatal(err)
	}
	ctx, stop := context.WithCancel(t.Context())
	app, err := NewApp(ctx, cfg, nil)
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = app.Close() }()
	ended := make(chan error, 1)
	go func() { ended <- app.Run(ctx) }()
	for path, want := range map[string]int{"/healthz": 200, "/readyz": 200, "/api/v1/goals": 200, "/api/v1/nothing": 404} {
		if got := status(t, app.Address()+path); got != want {
			t.Errorf("%s: %d, want %d", path, got, want)
		}
	}
	taken := cfg
	taken.Address = strings.TrimPrefix(app.Address(), "http://")
	if _, err := NewApp(ctx, taken, nil); err == nil || !strings.Contains(err.Error(), "LOFTET_ADDRESS") {
		t.Errorf("an address that is taken: %v", err)
	}
	var out bytes.Buffer
	if err := greet(ctx, &out, app, nil); err != nil || !strings.Contains(out.String(), "loftet user add") {
		t.Errorf("an empty database does not tell the first steps: %v\n%s", err, out.String())
	}
	stop()
	select {
	case err := <-ended:
		if err != nil {
			t.Errorf("stop: %v", err)
		}
	case <-time.After(stopWithin):
		t.Error("the service does not stop")
	}
}

func status(t *testing.T, address string) int {
	t.Helper()
	req, err := http.NewRequestWithContext(t.Context(), http.MethodGet, address, nil)
	if err != nil {
		t.Fatal(err)
	}
	res, err := http.DefaultClient.Do(req)
	if err != nil {
		t.Fatal(err)
	}
	_, _ = io.Copy(io.Discard, res.Body)
	_ = res.Body.Close()
	return res.StatusCode
}

func TestQuality35DemoRefusesWhatOthersCanReach(t *testing.T) {
	for _, address := range []string{"0.0.0.0:0", ":0", "192.0.2.1:8080"} {
		code, _, stderr := start(t, []string{"LOFTET_DATA=" + t.TempDir()}, "serve", "--demo", "--address", address)
		if code != exitUsage || !strings.Contains(stderr, "loopback") {
			t.Errorf("%s: exit %d, %s", address, code, stderr)
		}
	}
	code, _, stderr := start(t, []string{"LOFTET_DATA=" + t.TempDir(), "DATABASE_URL=postgres://x/y"}, "serve", "--demo")
	if code != exitUsage || !strings.Contains(stderr, "DATABASE_URL") {
		t.Errorf("a real database: exit %d, %s", code, stderr)
	}
}

func TestDemoRefusesTheWayInFromElsewhere(t *testing.T) {
	for _, env := range []string{"LOFTET_BASE_URL=https://loftet.example.org", "LOFTET_TRUSTED_PROXIES=10.0.0.0/8"} {
		code, _, stderr := start(t, []string{"LOFTET_DATA=" + t.TempDir(), env}, "serve", "--demo", "--address", "127.0.0.1:0")
		if code != exitUsage || !strings.Contains(stderr, "known passwords") {
			t.Errorf("%s: exit %d, %s", env, code, stderr)
		}
	}
}

func TestWrongSettingsStopTheStart(t *testing.T) {
	for env, named := range map[string]string{
		"LOFTET_ADRESS=127.0.0.1:1": "LOFTET_ADRESS", "DATABASE_URL=mysql://x": "DATABASE_URL", "LOFTET_ADDRESS=8080": "LOFTET_ADDRESS",
		"DATABASE_URL=postgres://u@127.0.0.1:1/x": "127.0.0.1:1",
	} {
		code, _, stderr := start(t, []string{"LOFTET_ADDRESS=127.0.0.1:0", "LOFTET_DATA=" + t.TempDir(), env}, "serve")
		if code != exitFailed || strings.Count(strings.TrimSpace(stderr), "\n") > 0 || !strings.Contains(stderr, named) {
			t.Errorf("%s: exit %d, %s", env, code, stderr)
		}
	}
}

func TestQuality35ADemonstrationIsMadeAndStaysOne(t *testing.T) {
	data := t.TempDir()
	old, ofPeople := letter(t, data, "demo-mail"), letter(t, data, "mail")
	code, stdout, stderr := start(t, []string{"LOFTET_DATA=" + data}, "demo-reset")
	if code != exitOK || !strings.Contains(stdout, "demo.db") {
		t.Fatalf("exit %d, %s", code, stderr)
	}
	if _, err := os.Stat(old); !errors.Is(err, os.ErrNotExist) {
		t.Errorf("a letter of the one before is left: %v", err)
	}
	if _, err := os.Stat(ofPeople); err != nil {
		t.Errorf("the mail of a service beside it: %v", err)
	}
	env := []string{"LOFTET_ADDRESS=127.0.0.1:0", "LOFTET_DATA=" + data, "DATABASE_URL=sqlite:" + data + "/demo.db"}
	code, _, stderr = start(t, env, "serve")
	if code != exitFailed || !strings.Contains(stderr, "--demo") {
		t.Errorf("its accounts are served as real ones: exit %d, %s", code, stderr)
	}
}

// letter puts a message into a folder of a data folder and gives its path.
func letter(t *testing.T, data, folder string) string {
	t.Helper()
	path := filepath.Join(data, folder, "0199b2c4-5e6f-7a8b-9c0d-1e2f3a4b5c6d.eml")
	if err := os.Mkdir(filepath.Dir(path), 0o700); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(path, []byte("x"), 0o600); err != nil {
		t.Fatal(err)
	}
	return path
}

func TestTheContractIsPrinted(t *testing.T) {
	code, stdout, _ := start(t, nil, "openapi")
	if code != exitOK || !strings.HasPrefix(stdout, "openapi: 3.1") {
		t.Errorf("exit %d, %.80s", code, stdout)
	}
}

// start runs a command that ends by itself.
func start(t *testing.T, env []string, args ...string) (code int, stdout, stderr string) {
	t.Helper()
	var out, errs safeBuffer
	code = run(t.Context(), args, env, strings.NewReader(""), &out, &errs)
	return code, out.String(), errs.String()
}

// safeBuffer may be written by the service's own goroutines.
type safeBuffer struct {
	mu  sync.Mutex
	buf bytes.Buffer
}

func (b *safeBuffer) Write(p []byte) (int, error) {
	b.mu.Lock()
	defer b.mu.Unlock()
	return b.buf.Write(p)
}

func (b *safeBuffer) String() string {
	b.mu.Lock()
	defer b.mu.Unlock()
	return b.buf.String()
}
