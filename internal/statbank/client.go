package statbank

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"net/http"
	"net/url"
	"strconv"
	"strings"
	"time"

	"golang.org/x/time/rate"
)

// Limits of one exchange. A bank that asks for patience gets it a few times.
const (
	answerTime = 2 * time.Minute
	maxAnswer  = 80 << 20
	maxTries   = 4
	maxWait    = time.Minute
)

// Client asks one bank.
type Client struct {
	address string
	http    *http.Client
	pace    *rate.Limiter
}

// New makes a client for the bank at an address such as
// https://data.ssb.no/api/pxwebapi/v2. Until the bank has told its own pace it is
// asked at most once a second, three times at first.
func New(address string) (*Client, error) {
	u, err := url.Parse(address)
	if err != nil || u.Host == "" || u.Scheme != "https" && u.Scheme != "http" || u.RawQuery != "" || u.User != nil {
		return nil, fmt.Errorf("the address of the bank must be like https://bank.example.org/api, and is %q", address)
	}
	return &Client{
		address: strings.TrimSuffix(address, "/"),
		http: &http.Client{Timeout: answerTime, CheckRedirect: func(next *http.Request, _ []*http.Request) error {
			if next.URL.Host != u.Host {
				return fmt.Errorf("the bank sends on to another host, %s", next.URL.Host)
			}
			return nil
		}},
		pace: rate.NewLimiter(rate.Every(time.Second), 3),
	}, nil
}

// every sets the pace: so many calls in a window.
func (c *Client) every(calls int, window time.Duration) {
	if calls > 0 && window > 0 {
		c.pace.SetLimit(rate.Every(window / time.Duration(calls)))
		c.pace.SetBurst(calls)
	}
}

// Refused is a bank's answer that it does not give what was asked for.
type Refused struct {
	Status int
	Reason string // in the bank's words, shortened
}

// Error says what the bank answered.
func (r *Refused) Error() string {
	return fmt.Sprintf("the bank answers %d: %s", r.Status, r.Reason)
}

// ask sends one request, again where the bank asks for patience, and gives the
// body of its answer.
func (c *Client) ask(ctx context.Context, method, path string, query url.Values, body any) ([]byte, error) {
	address := c.address + path
	if len(query) > 0 {
		address += "?" + query.Encode()
	}
	var text []byte
	if body != nil {
		var err error
		if text, err = json.Marshal(body); err != nil {
			return nil, err
		}
	}
	for try := 1; ; try++ {
		answer, wait, err := c.once(ctx, method, address, text)
		if err == nil || wait <= 0 || try == maxTries {
			return answer, err
		}
		timer := time.NewTimer(wait)
		select {
		case <-ctx.Done():
			timer.Stop()
			return nil, ctx.Err()
		case <-timer.C:
		}
	}
}

// once gives how long to wait before another try where one makes sense.
func (c *Client) once(ctx context.Context, method, address string, text []byte) ([]byte, time.Duration, error) {
	if err := c.pace.Wait(ctx); err != nil {
		return nil, 0, err
	}
	request, err := http.NewRequestWithContext(ctx, method, address, bytes.NewReader(text))
	if err != nil {
		return nil, 0, err
	}
	request.Header.Set("Accept", "application/json")
	if text != nil {
		request.Header.Set("Content-Type", "application/json")
	}
	response, err := c.http.Do(request)
	if err != nil {
		return nil, 0, fmt.Errorf("ask the bank: %w", err)
	}
	defer func() { _ = response.Body.Close() }()
	answer, err := io.ReadAll(io.LimitReader(response.Body, maxAnswer+1))
	if err != nil {
		return nil, 0, fmt.Errorf("read the bank's answer: %w", err)
	}
	if len(answer) > maxAnswer {
		return nil, 0, errors.New("the bank's answer is larger than what is read")
	}
	switch response.StatusCode {
	case http.StatusOK:
		return answer, 0, nil
	case http.StatusTooManyRequests, http.StatusServiceUnavailable, http.StatusBadGateway, http.StatusGatewayTimeout:
		return nil, patience(response.Header.Get("Retry-After")), &Refused{response.StatusCode, shortened(answer)}
	}
	return nil, 0, &Refused{response.StatusCode, shortened(answer)}
}

// patience reads how many seconds a bank asks for; two where it doesn't say.
func patience(after string) time.Duration {
	seconds, err := strconv.Atoi(after)
	if err != nil || seconds < 0 {
		seconds = 2
	}
	return min(time.Duration(seconds)*time.Second+100*time.Millisecond, maxWait)
}

// shortened gives what a bank says in an error on one line.
func shortened(answer []byte) string {
	var problem struct{ Title, Detail, Message string }
	text := string(answer)
	if json.Unmarshal(answer, &problem) == nil && problem.Title+problem.Detail+problem.Message != "" {
		text = strings.Join([]string{problem.Title, problem.Detail, problem.Message}, " ")
	}
	fields := strings.Join(strings.Fields(text), " ")
	if runes := []rune(fields); len(runes) > 200 {
		fields = string(runes[:200]) + "…"
	}
	if fields == "" {
		fields = "nothing more"
	}
	return fields
}

func (c *Client) into(ctx context.Context, method, path string, query url.Values, body, target any) error {
	answer, err := c.ask(ctx, method, path, query, body)
	if err != nil {
		return err
	}
	if err := json.Unmarshal(answer, target); err != nil {
		return fmt.Errorf("read the bank's answer: %w", err)
	}
	return nil
}

// File gives a file that the bank publishes, by its path below the address.
func (c *Client) File(ctx context.Context, path string) (io.Reader, error) {
	answer, err := c.ask(ctx, http.MethodGet, "/"+strings.TrimPrefix(path, "/"), nil, nil)
	return bytes.NewReader(answer), err
}
