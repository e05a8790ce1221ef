package api

import (
	"bytes"
	"context"
	"crypto/sha256"
	"encoding/hex"
	"io"
	"net/http"

	"github.com/gin-gonic/gin"

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
	asked := c.Request.URL.Path + "?" + c.Request.URL.Query().Encode() // what is asked for may stand in the query alone
	sum := sha256.Sum256(append([]byte(asked+"\n"+actor.Org.String()+"\n"), body...))
	ctx := w.ahead(c, body)
	ticket := orgs.OnceTicket{Person: actor.Person, Key: key, Operation: op.id, BodyHash: hex.EncodeToString(sum[:])}
	held := &heldWriter{ResponseWriter: c.Writer, status: http.StatusOK}
	first, err := w.server.Orgs.Once(ctx, ticket, func(ctx context.Context) (orgs.OnceAnswer, bool) {
		outside := c.Request
		defer func() { c.Request = outside }() // nobody may go on writing into what has ended
		c.Request = outside.WithContext(ctx)
		held.run(c)
		return orgs.OnceAnswer{Status: held.status, ETag: c.Writer.Header().Get("ETag"),
			ContentType: c.Writer.Header().Get("Content-Type"), Body: held.body.Bytes()}, held.status < http.StatusBadRequest
	})
	switch {
	case err != nil:
		c.Writer.Header().Del("ETag") // of an answer that is not given
		w.problem(c, err)
	case first != nil:
		replay(c, first)
	default:
		held.release()
	}
}

func replay(c *gin.Context, first *orgs.OnceAnswer) {
	c.Abort()
	c.Header("Idempotency-Replayed", "true")
	c.Header("ETag", first.ETag) // nothing stands where there was none
	c.Header("Content-Type", first.ContentType)
	c.Status(first.Status)
	if len(first.Body) > 0 {
		_, _ = c.Writer.Write(first.Body)
	} else {
		c.Writer.WriteHeaderNow()
	}
}
