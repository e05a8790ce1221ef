package api_test

import (
	"log/slog"
	"os"
	"testing"
)

// TestMain keeps the log of refused requests out of the tests' output.
func TestMain(m *testing.M) {
	slog.SetDefault(slog.New(slog.DiscardHandler))
	os.Exit(m.Run())
}
