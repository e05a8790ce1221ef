package api

import (
	"context"
	"encoding/json"
	"errors"
	"log/slog"
	"net/http"
	"os"
	"strconv"

	"github.com/gin-gonic/gin"

	"loftet/api/problems"
	"loftet/internal/fault"
	"loftet/models"
)

const problemType = "application/problem+json"

// problem answers with a problem document in the reader's language. Only a
// fault tells the reader anything; any other error goes to the log alone.
func (w *way) problem(c *gin.Context, err error) {
	c.Abort()
	if c.Writer.Written() {
		slog.Error("late error", "request", c.GetString(keyRequest), "error", err)
		return
	}
	doc := w.document(c.GetString(keyRequest), c.GetString(keyLanguage), err, whoAndWhat(c)...)
	if doc.RetryAfter > 0 {
		c.Header("Retry-After", strconv.Itoa(doc.RetryAfter))
	}
	c.Header("Cache-Control", "no-store")
	c.Header("Content-Type", problemType)
	c.Status(doc.Status)
	_ = json.NewEncoder(c.Writer).Encode(doc)
}

// whoAndWhat is what the log tells of a request besides its id: the person, if one
// is signed in, and the operation, if there is one.
func whoAndWhat(ctx context.Context) (about []any) {
	if actor := who(ctx); actor.SignedIn() {
		about = append(about, "person", actor.Person)
	}
	if op, ok := ctx.Value(keyOperation).(*operation); ok {
		about = append(about, "operation", op.id)
	}
	return about
}

// plainProblem is problem for the layers outside gin. It is the whole answer,
// whatever the handler would still say.
func (w *way) plainProblem(rw http.ResponseWriter, r *http.Request, err error) {
	request := models.NewID().String()
	doc := w.document(request, languageOf(r.Header.Get("Accept-Language")), err)
	h := rw.Header()
	for _, ofTheHandler := range []string{"Content-Length", "Content-Disposition", "ETag"} {
		h.Del(ofTheHandler)
	}
	if doc.RetryAfter > 0 {
		h.Set("Retry-After", strconv.Itoa(doc.RetryAfter))
	}
	h.Set("X-Request-Id", request)
	h.Set("Vary", "Accept-Language, Cookie")
	h.Set("Cache-Control", "no-store")
	h.Set("Content-Type", problemType)
	rw.WriteHeader(doc.Status)
	_ = json.NewEncoder(rw).Encode(doc)
	seal(rw)
}

// document puts an error into words and the log. About is what else the log tells,
// in pairs.
func (w *way) document(request, language string, err error, about ...any) problems.Document {
	f, ok := fault.As(err)
	if !ok {
		f = fault.Wrap(err, fault.Internal, "internal")
	}
	doc := w.catalogue.Document(f, language)
	doc.RequestID = request
	about = append([]any{"request", request, "code", f.Code, "status", doc.Status}, about...)
	if doc.Status >= http.StatusInternalServerError {
		slog.Error("problem", append(about, "error", err)...)
	} else {
		slog.Info("problem", about...)
	}
	return doc
}

func missingRoute() error { return fault.New(fault.NotFound, "no-such-address") }
func wrongMethod() error  { return fault.New(fault.Malformed, "method-not-allowed") }
func crossOrigin() error  { return fault.New(fault.Denied, "cross-origin") }

// slow tells of a file that came too slowly, and of any other body as malformed does.
func slow(err error) error {
	if errors.Is(err, os.ErrDeadlineExceeded) {
		return fault.New(fault.Malformed, "upload-too-slow", "pace", uploadPace>>10)
	}
	return malformed(err)
}

func malformed(err error) error {
	var large *http.MaxBytesError
	if errors.As(err, &large) {
		return fault.New(fault.Malformed, "too-large", "max", large.Limit)
	}
	if errors.Is(err, os.ErrDeadlineExceeded) {
		return fault.New(fault.Malformed, "too-slow", "seconds", int(AnswerWithin.Seconds()))
	}
	return fault.Wrap(err, fault.Malformed, "malformed")
}
