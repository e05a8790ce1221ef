package stand

import (
	"bufio"
	"context"
	"net/http"
	"strconv"
	"strings"
)

// FreeAddress gives an address of loopback that nobody listens on.
func FreeAddress(ctx context.Context) (string, error) {
	port, err := freePort(ctx)
	return "127.0.0.1:" + strconv.Itoa(port), err
}

// Metrics reads what a service tells of itself at its LOFTET_METRICS_ADDRESS:
// values without labels by name, such as go_goroutines and process_open_fds.
func Metrics(ctx context.Context, address string) (map[string]float64, error) {
	request, err := http.NewRequestWithContext(ctx, http.MethodGet, "http://"+address+"/metrics", nil)
	if err != nil {
		return nil, err
	}
	response, err := http.DefaultClient.Do(request)
	if err != nil {
		return nil, err
	}
	defer func() { _ = response.Body.Close() }() // it was only read
	values := map[string]float64{}
	lines := bufio.NewScanner(response.Body)
	for lines.Scan() {
		name, value, _ := strings.Cut(lines.Text(), " ")
		if number, err := strconv.ParseFloat(value, 64); err == nil {
			values[name] = number
		}
	}
	return values, lines.Err()
}
