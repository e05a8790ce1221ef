package main

import (
	"context"
	_ "embed" // the page
	"encoding/json"
	"errors"
	"fmt"
	"net"
	"net/http"
	"net/http/httputil"
	"net/url"
	"os"
	"os/exec"
	"syscall"
	"time"
)

// enginePage measures, and tells what it found.
//
//go:embed engine.html
var enginePage []byte

// visitOf lets a browser of its own open the page that measures.
func visitOf(ctx context.Context, site string, asked any) (t told, err error) {
	target, err := url.Parse(site)
	if err != nil {
		return t, err
	}
	answers := make(chan told, 1)
	mux := http.NewServeMux()
	mux.Handle("/assets/", httputil.NewSingleHostReverseProxy(target))
	mux.HandleFunc("GET /{$}", func(w http.ResponseWriter, _ *http.Request) {
		// Only a page that shares nothing with others gets a clock finer than a tenth of a millisecond.
		w.Header().Set("Cross-Origin-Opener-Policy", "same-origin")
		w.Header().Set("Cross-Origin-Embedder-Policy", "require-corp")
		_, _ = w.Write(enginePage)
	})
	mux.HandleFunc("GET /asked", func(w http.ResponseWriter, _ *http.Request) { _ = json.NewEncoder(w).Encode(asked) })
	mux.HandleFunc("POST /told", func(_ http.ResponseWriter, r *http.Request) {
		var got told
		if err := json.NewDecoder(r.Body).Decode(&got); err != nil {
			got.Fault = err.Error()
		}
		answers <- got
	})
	var config net.ListenConfig
	listener, err := config.Listen(ctx, "tcp", "127.0.0.1:0")
	if err != nil {
		return t, err
	}
	server := &http.Server{Handler: mux, ReadHeaderTimeout: time.Minute}
	served := make(chan error, 1)
	go func() { served <- server.Serve(listener) }()
	defer func() {
		err = errors.Join(err, server.Close())
		if ended := <-served; !errors.Is(ended, http.ErrServerClosed) {
			err = errors.Join(err, ended)
		}
	}()
	return watchBrowser(ctx, "http://"+listener.Addr().String()+"/", answers)
}

// watchBrowser opens an address until the page there has told what it found.
func watchBrowser(ctx context.Context, address string, answers <-chan told) (t told, err error) {
	path, err := chromium()
	if err != nil {
		return t, err
	}
	dir, err := os.MkdirTemp("", "loftet-browser")
	if err != nil {
		return t, err
	}
	defer func() { err = errors.Join(err, os.RemoveAll(dir)) }()
	cmd := exec.CommandContext(ctx, path, "--headless=new", "--no-sandbox", "--disable-gpu", "--no-first-run", "--user-data-dir="+dir, address) //nolint:gosec // a browser of this machine
	cmd.SysProcAttr = &syscall.SysProcAttr{Setpgid: true, Pdeathsig: syscall.SIGKILL}
	cmd.Cancel = func() error { return syscall.Kill(-cmd.Process.Pid, syscall.SIGKILL) }
	if err := cmd.Start(); err != nil {
		return t, err
	}
	ended := make(chan struct{})
	var end error
	go func() {
		end = cmd.Wait()
		close(ended)
	}()
	select {
	case t = <-answers:
		err = cmd.Cancel()
		<-ended
	case <-ended:
		err = fmt.Errorf("%s ended before the page had told: %w", path, end)
	}
	if t.Fault != "" {
		err = errors.Join(err, errors.New(t.Fault))
	}
	return t, err
}

// chromium finds the browser as scripts/find-chromium.sh does.
func chromium() (string, error) {
	for _, name := range []string{os.Getenv("CHROMIUM"), "chromium", "chromium-browser", "google-chrome"} {
		if name == "" {
			continue
		}
		if path, err := exec.LookPath(name); err == nil {
			return path, nil
		}
	}
	return "", errors.New("there is no Chromium; scripts/need-chromium.sh installs it")
}
