package api

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"io"
	"net/http"

	"github.com/gin-gonic/gin"

	"loftet/internal/fault"
	"loftet/orgs"
)

// once makes an operation with an Idempotency-Key happen one time: the same key
// and body give the first answer again, another body is refused.
func (w *way) once(c *gin.Context) {
	op, actor := operationOf(c), who(c.Request.Context())
	key := c.GetHeader("Idempotency-Key")
	if !op.idempotent || key == "" || !actor.SignedIn() {
		return
	}
	body, err := io.ReadAll(c.Request.Body)
	if err != nil {
		w.problem(c, malformed(err))
		return
	}
	c.Request.Body = io.NopCloser(bytes.NewReader(body))
	sum := sha256.Sum256(append([]byte(c.Request.URL.Path+"\n"+actor.Org.String()+"\n"), body...))
	ctx := c.Request.Context()
	ticket := orgs.OnceTicket{Person: actor.Person, Key: key, Operation: op.id, BodyHash: hex.EncodeToString(sum[:])}
	first, err := w.server.Orgs.BeginOnce(ctx, ticket)
	switch {
	case err != nil:
		w.problem(c, err)
		return
	case first != nil:
		replay(c, first)
		return
	}
	held := &heldWriter{ResponseWriter: c.Writer, status: http.StatusOK}
	held.run(c)
	answer := orgs.OnceAnswer{Status: held.status, ETag: c.Writer.Header().Get("ETag"),
		ContentType: c.Writer.Header().Get("Content-Type"), Body: held.body.Bytes()}
	if err := w.server.Orgs.EndOnce(ctx, ticket, answer, held.status < http.StatusBadRequest); err != nil {
		// the write stands; only its replay is lost
		w.document(c.GetString(keyRequest), c.GetString(keyLanguage), fault.Wrap(err, fault.Internal, "internal"))
	}
	held.release()
}

func replay(c *gin.Context, first *orgs.OnceAnswer) {
	c.Abort()
	c.Header("Idempotency-Replayed", "true")
	if first.ETag != "" {
		c.Header("ETag", first.ETag)
	}
	if first.ContentType != "" {
		c.Header("Content-Type", first.ContentType)
	}
	c.Status(first.Status)
	if len(first.Body) > 0 {
		_, _ = c.Writer.Write(first.Body)
	} else {
		c.Writer.WriteHeaderNow()
	}
}
