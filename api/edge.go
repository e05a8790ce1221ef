package api

import (
	"context"
	"errors"
	"log/slog"
	"net/http"
	"runtime/debug"
	"time"

	"loftet/models"
)

// AnswerWithin is how long the work behind an answer may take. A database that
// has stopped without breaking the connection would else keep people waiting for
// ever.
const AnswerWithin = 8 * time.Second

// Edge gives every answer the headers that keep a browser from doing with it what
// was not meant, whoever answers: a redirect or a refusal too. What needs more,
// such as a page, sets its own over them. The work behind it ends in time, and a
// panic in it ends in an answer.
func Edge(https bool, next http.Handler) http.Handler {
	return http.HandlerFunc(func(rw http.ResponseWriter, r *http.Request) {
		h := rw.Header()
		h.Set("X-Content-Type-Options", "nosniff")
		h.Set("Referrer-Policy", "no-referrer")
		// pictures carry their own styles; nothing that is answered may run or frame
		h.Set("Content-Security-Policy", "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'; sandbox")
		if https {
			h.Set("Strict-Transport-Security", "max-age=31536000; includeSubDomains")
		}
		if len(r.TransferEncoding) > 0 {
			// whoever stands in front may see its end elsewhere: nothing may follow it
			h.Set("Connection", "close")
		}
		ctx, end := context.WithTimeout(untimed(models.Watched(r.Context())), AnswerWithin)
		defer end()
		hurry(ctx, rw, r)
		answer := &sealedWriter{ResponseWriter: rw}
		defer answer.afterPanic()
		next.ServeHTTP(answer, r.WithContext(ctx))
	})
}

// hurry lets a body arrive for as long as there is time to answer it; a file that may
// be sent has its own time, see [way.receive]. Who sends a
// byte now and then would else be kept until the work has no time left, and be
// told that the database failed.
func hurry(ctx context.Context, rw http.ResponseWriter, r *http.Request) {
	deadline, timed := ctx.Deadline()
	if !timed || r.Body == nil || r.Body == http.NoBody {
		return
	}
	// a writer without a connection, such as a test's, has nothing to wait for
	_ = http.NewResponseController(rw).SetReadDeadline(deadline)
}

// sealedWriter takes nothing more once it is sealed. The session manager finds
// out that a session can't be stored when the handler has begun to answer: the
// problem is then the answer, and the handler's own must not follow it.
type sealedWriter struct {
	http.ResponseWriter
	begun, sealed bool
}

// afterPanic answers where a panic left none. An answer that had begun is cut
// off, so that nobody takes it for a whole one.
func (w *sealedWriter) afterPanic() {
	r := recover()
	cause, _ := r.(error)
	switch {
	case r == nil:
	case w.begun, errors.Is(cause, http.ErrAbortHandler):
		slog.Error("answer cut off", "value", r, "stack", string(debug.Stack()))
		panic(http.ErrAbortHandler)
	default:
		slog.Error("panic", "value", r, "stack", string(debug.Stack()))
		plain(w, http.StatusInternalServerError, "internal error\n")
	}
}

// WriteHeader begins the answer, unless it has been given.
func (w *sealedWriter) WriteHeader(status int) {
	if !w.sealed {
		w.begun = true
		w.ResponseWriter.WriteHeader(status)
	}
}

func (w *sealedWriter) Write(b []byte) (int, error) {
	if w.sealed {
		return len(b), nil
	}
	w.begun = true
	return w.ResponseWriter.Write(b)
}

// Unwrap lets http.ResponseController reach the connection.
func (w *sealedWriter) Unwrap() http.ResponseWriter { return w.ResponseWriter }

// seal ends an answer.
func seal(rw http.ResponseWriter) {
	if w, ok := rw.(*sealedWriter); ok {
		w.sealed = true
	}
}
