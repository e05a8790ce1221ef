package api

import (
	"context"
	"io"
	"net/http"
	"sync"
	"time"

	"github.com/gin-gonic/gin"
	"github.com/google/uuid"

	"loftet/internal/clock"
	"loftet/internal/fault"
)

const (
	// uploadPace is how many bytes a second of a file must come, after AnswerWithin
	// for the first: a quarter of what a line of 1 Mbit/s carries. The largest file
	// may then take five and a half minutes, and a client that only keeps the
	// connection warm no longer than with any other body.
	uploadPace = 32 << 10
	// uploadsAtOnce is how many files an account may be sending at the same time, as
	// each is held in memory until it is there.
	uploadsAtOnce = 4
	// listenWithin is how long a client may take to listen to an answer, from when its
	// question was heard.
	listenWithin = 60 * time.Second
)

// uploads counts the files that are on their way, by account.
type uploads struct {
	mu    sync.Mutex
	under map[uuid.UUID]int
}

// begin takes a place for one more; false where the account has none left.
func (u *uploads) begin(person uuid.UUID) bool {
	u.mu.Lock()
	defer u.mu.Unlock()
	if u.under[person] >= uploadsAtOnce {
		return false
	}
	u.under[person]++
	return true
}

func (u *uploads) end(person uuid.UUID) {
	u.mu.Lock()
	defer u.mu.Unlock()
	if u.under[person]--; u.under[person] <= 0 {
		delete(u.under, person)
	}
}

// receive takes in a file that is the body of a call that may be made. It may take
// longer than an answer may, so the time for the answer begins when it is there.
func (w *way) receive(c *gin.Context) {
	if !operationOf(c).checker.file {
		return
	}
	if err := w.takeIn(c); err != nil {
		w.problem(c, err)
		return
	}
	ctx, end := inTimeAgain(c.Request.Context())
	defer end()
	c.Request = c.Request.WithContext(ctx)
	c.Next()
}

// takeIn reads the file into memory and leaves it there for the handler.
func (w *way) takeIn(c *gin.Context) error {
	person := who(c.Request.Context()).Person
	if !w.uploads.begin(person) {
		f := fault.New(fault.TooMany, "too-many-uploads", "max", uploadsAtOnce)
		f.RetryAfter = int(AnswerWithin.Seconds())
		return f
	}
	defer w.uploads.end(person)
	conn, started := http.NewResponseController(c.Writer), clock.System().Now()
	c.Request.Body = &pacedBody{ReadCloser: c.Request.Body, wait: func(read int64) {
		// a writer without a connection, such as a test's, has nothing to wait for
		_ = conn.SetReadDeadline(started.Add(timeFor(read)))
	}}
	_, err := readAll(c)
	// the time to listen began with the question, and may be over by now; who was too
	// slow listens to that, too
	now := clock.System().Now()
	_ = conn.SetWriteDeadline(now.Add(listenWithin))
	if err != nil {
		return slow(err)
	}
	_ = conn.SetReadDeadline(now.Add(AnswerWithin))
	return nil
}

// timeFor is how long after its beginning a file may still be on its way of which so
// many bytes have come.
func timeFor(read int64) time.Duration {
	return AnswerWithin + time.Duration(read)*time.Second/uploadPace
}

// pacedBody is a body that must come at a pace: wait is told before each reading how
// much has come.
type pacedBody struct {
	io.ReadCloser
	wait func(read int64)
	read int64
}

func (b *pacedBody) Read(p []byte) (int, error) {
	b.wait(b.read)
	n, err := b.ReadCloser.Read(p)
	b.read += int64(n)
	return n, err
}

type wholeKey struct{}

// untimed keeps with a request the context that it had before its time was limited.
func untimed(ctx context.Context) context.Context {
	if ctx.Value(wholeKey{}) != nil {
		return ctx
	}
	return context.WithValue(ctx, wholeKey{}, ctx)
}

// inTimeAgain gives the work of a request as much time as if it began now. It still
// ends when the client goes away.
func inTimeAgain(ctx context.Context) (context.Context, context.CancelFunc) {
	whole, kept := ctx.Value(wholeKey{}).(context.Context)
	if !kept {
		return ctx, func() {}
	}
	fresh, end := context.WithTimeout(whole, AnswerWithin)
	return againContext{fresh, ctx}, end
}

// againContext ends as the one does, and holds what the other does.
type againContext struct {
	context.Context
	values context.Context
}

func (c againContext) Value(key any) any { return c.values.Value(key) }
