package main

import (
	"context"
	"fmt"
	"net"
	"net/http"
	"time"

	"loftet/internal/config"
)

// HealthCmd asks a running service whether it is ready; for containers that
// have no other program to ask with.
type HealthCmd struct{}

// Run fails when the service of the environment's address is not ready.
func (c *HealthCmd) Run(ctx context.Context, env Environ) error {
	cfg, err := config.Read(env)
	if err != nil {
		return err
	}
	host, port, err := net.SplitHostPort(cfg.Address)
	if err != nil {
		return err
	}
	if ip := net.ParseIP(host); host == "" || (ip != nil && ip.IsUnspecified()) {
		host = "127.0.0.1"
	}
	ctx, cancel := context.WithTimeout(ctx, 5*time.Second)
	defer cancel()
	req, err := http.NewRequestWithContext(ctx, http.MethodGet, "http://"+net.JoinHostPort(host, port)+"/readyz", nil)
	if err != nil {
		return err
	}
	res, err := http.DefaultClient.Do(req)
	if err != nil {
		return fmt.Errorf("the service does not answer: %w", err)
	}
	defer func() { _ = res.Body.Close() }()
	if res.StatusCode != http.StatusOK {
		return fmt.Errorf("the service is not ready: %s", res.Status)
	}
	return nil
}
