package proof_test

import (
	"context"
	"encoding/json"
	"fmt"
	"io"
	"net/http"
	"strings"
)

// call is one request of somebody who is signed in.
type call struct {
	method, path string // below /api/v1
	cookie       string
	body         string
	key          string // Idempotency-Key
	ifMatch      string
}

// answered is what came back, whole.
type answered struct {
	status int
	header http.Header
	body   []byte
}

// succeeded tells whether the service said that it is done.
func (r answered) succeeded() bool { return r.status >= 200 && r.status < 300 }

func (r answered) String() string { return fmt.Sprintf("%d %s", r.status, r.body) }

// ask makes a call. An error means that no whole answer came.
func ask(ctx context.Context, client *http.Client, url string, c call) (answered, error) {
	request, err := http.NewRequestWithContext(ctx, c.method, url+"/api/v1"+c.path, strings.NewReader(c.body))
	if err != nil {
		return answered{}, err
	}
	for name, value := range map[string]string{"Cookie": c.cookie, "Idempotency-Key": c.key, "If-Match": c.ifMatch} {
		if value != "" {
			request.Header.Set(name, value)
		}
	}
	if c.body != "" {
		request.Header.Set("Content-Type", "application/json")
	}
	response, err := client.Do(request)
	if err != nil {
		return answered{}, err
	}
	defer func() { _ = response.Body.Close() }() // it was only read
	body, err := io.ReadAll(response.Body)
	return answered{response.StatusCode, response.Header, body}, err
}

// newClient makes a client with connections of its own.
func newClient() *http.Client {
	return &http.Client{Transport: &http.Transport{MaxIdleConnsPerHost: 100}}
}

// parsed reads a JSON answer.
func parsed[T any](r answered) (T, error) {
	var value T
	err := json.Unmarshal(r.body, &value)
	return value, err
}
