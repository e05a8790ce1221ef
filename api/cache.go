package api

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"net/http"

	"github.com/gin-gonic/gin"
)

// cache gives public reads a strong ETag made of their content and answers 304
// when the reader has it. What a signed-in person reads is never stored.
func (w *way) cache(c *gin.Context) {
	if c.Request.Method != http.MethodGet || who(c.Request.Context()).SignedIn() || operationOf(c).id == "getSession" {
		return
	}
	held := &heldWriter{ResponseWriter: c.Writer, status: http.StatusOK}
	held.run(c)
	if held.status == http.StatusOK {
		tag := held.tag
		if tag == "" {
			tag = tagOf(c.GetString(keyLanguage), held.content())
		}
		c.Header("ETag", tag)
		c.Header("Cache-Control", "public, max-age=60")
		if c.GetHeader("If-None-Match") == tag {
			c.Writer.Header().Del("Content-Type")
			c.Status(http.StatusNotModified)
			c.Writer.WriteHeaderNow()
			return
		}
	}
	held.release()
}

// tagOf gives the tag of an answer in a language.
func tagOf(language string, body []byte) string {
	h := sha256.New()
	h.Write([]byte(language))
	h.Write(body)
	return `"` + hex.EncodeToString(h.Sum(nil)[:16]) + `"`
}

// heldWriter keeps an answer back until its headers are known.
type heldWriter struct {
	gin.ResponseWriter
	body   bytes.Buffer
	status int
	wrote  bool

	whole []byte // an answer that was kept, instead of body
	tag   string // of it
}

// adopt takes an answer that was kept, which nobody changes, as it is.
func (h *heldWriter) adopt(a keptAnswer) {
	h.status, h.wrote, h.whole, h.tag = http.StatusOK, true, a.body, a.tag
}

// content is what was written.
func (h *heldWriter) content() []byte {
	if h.whole != nil {
		return h.whole
	}
	return h.body.Bytes()
}

// run lets the rest of the way write into h. The true writer is back
// afterwards, after a panic too.
func (h *heldWriter) run(c *gin.Context) {
	c.Writer = h
	defer func() { c.Writer = h.ResponseWriter }()
	c.Next()
}

func (h *heldWriter) WriteHeader(status int) { h.status = status }

func (h *heldWriter) WriteHeaderNow() { h.wrote = true }

func (h *heldWriter) Write(b []byte) (int, error) {
	h.wrote = true
	return h.body.Write(b)
}

func (h *heldWriter) WriteString(s string) (int, error) { return h.Write([]byte(s)) }

func (h *heldWriter) Written() bool { return h.wrote }

func (h *heldWriter) Status() int { return h.status }

func (h *heldWriter) Size() int { return len(h.content()) }

// release sends what was held.
func (h *heldWriter) release() {
	h.ResponseWriter.WriteHeader(h.status)
	if content := h.content(); len(content) > 0 {
		_, _ = h.ResponseWriter.Write(content)
	} else {
		h.ResponseWriter.WriteHeaderNow()
	}
}
