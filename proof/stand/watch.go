package stand

import (
	"bufio"
	"context"
	"fmt"
	"net/http"
	"strconv"
	"strings"
)

// watched gives the setting that makes a service show its metrics, and the
// address they are at.
func watched(ctx context.Context) (setting, url string, err error) {
	port, err := freePort(ctx)
	address := fmt.Sprintf("127.0.0.1:%d", port)
	return "LOFTET_METRICS_ADDRESS=" + address, "http://" + address + "/metrics", err
}

// Metrics reads what the service tells of itself, by name with labels as they
// stand, such as go_goroutines. The service was started as Watched.
func (s *Service) Metrics(ctx context.Context) (map[string]float64, error) {
	request, err := http.NewRequestWithContext(ctx, http.MethodGet, s.metrics, nil)
	if err != nil {
		return nil, err
	}
	response, err := http.DefaultClient.Do(request)
	if err != nil {
		return nil, err
	}
	defer func() { _ = response.Body.Close() }() // it was only read
	found := map[string]float64{}
	lines := bufio.NewScanner(response.Body)
	for lines.Scan() {
		at := strings.LastIndexByte(lines.Text(), ' ')
		if at < 0 || strings.HasPrefix(lines.Text(), "#") {
			continue
		}
		value, err := strconv.ParseFloat(lines.Text()[at+1:], 64)
		if err != nil {
			return nil, fmt.Errorf("metrics: %q: %w", lines.Text(), err)
		}
		found[lines.Text()[:at]] = value
	}
	return found, lines.Err()
}
