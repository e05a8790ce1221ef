package api

import (
	"context"

	"github.com/gin-gonic/gin"
	"github.com/google/uuid"
)

// ahead lets an operation do what it can before it holds the one writer of SQLite,
// which it does from then to its end: others wait that much less. What goes wrong is
// left for the handler to say.
func (w *way) ahead(c *gin.Context, body []byte) context.Context {
	ctx := c.Request.Context()
	a := who(ctx)
	switch operationOf(c).id {
	case "submitResponse":
		if id, err := uuid.Parse(c.Param("responseId")); err == nil {
			return w.server.Surveys.Ahead(ctx, a, id)
		}
	case "importQuestionnaire":
		if region, err := uuid.Parse(c.Param("regionId")); err == nil {
			return w.server.Surveys.FormAhead(ctx, a, region, c.Query("name"), body)
		}
	case "readWorkbook":
		if id, err := uuid.Parse(c.Param("responseId")); err == nil {
			if read, err := w.server.readFilled(ctx, a, id, body); err == nil {
				return context.WithValue(ctx, filledKey{}, read)
			}
		}
	}
	return ctx
}
