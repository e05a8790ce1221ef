package main

import (
	"context"
	"encoding/json"
	"io"
	"net/http"
	"strings"
	"testing"

	"loftet/demo"
	"loftet/internal/config"
)

// running starts the service on a database, until the test ends, and gives its
// address.
func running(t *testing.T, database string) string {
	t.Helper()
	cfg, err := config.Read([]string{"LOFTET_ADDRESS=127.0.0.1:0", "DATABASE_URL=" + database, "LOFTET_DATA=" + t.TempDir()})
	if err != nil {
		t.Fatal(err)
	}
	ctx, stop := context.WithCancel(t.Context())
	app, err := NewApp(ctx, cfg, nil)
	if err != nil {
		stop()
		t.Fatal(err)
	}
	ended := make(chan error, 1)
	go func() { ended <- app.Run(ctx) }()
	t.Cleanup(func() {
		stop()
		if err := <-ended; err != nil {
			t.Error(err)
		}
		_ = app.Close()
	})
	return app.Address()
}

// signedIn signs an account of the demonstration in and gives its cookie.
func signedIn(t *testing.T, service, email string) string {
	t.Helper()
	in, err := json.Marshal(map[string]string{"email": email, "password": demo.Password})
	if err != nil {
		t.Fatal(err)
	}
	got := ask(t, http.MethodPost, service+"/api/v1/session", "", string(in))
	if got.status != http.StatusOK {
		t.Fatalf("%s: %d %s", email, got.status, got.body)
	}
	return got.header.Get("Set-Cookie")
}

type answer struct {
	status int
	header http.Header
	body   string
}

func ask(t *testing.T, method, address, cookie, body string) answer {
	t.Helper()
	req, err := http.NewRequestWithContext(t.Context(), method, address, strings.NewReader(body))
	if err != nil {
		t.Fatal(err)
	}
	req.Header.Set("Content-Type", "application/json")
	req.Header.Set("Cookie", cookie)
	res, err := http.DefaultClient.Do(req)
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = res.Body.Close() }()
	content, err := io.ReadAll(res.Body)
	if err != nil {
		t.Fatal(err)
	}
	return answer{res.StatusCode, res.Header, string(content)}
}
