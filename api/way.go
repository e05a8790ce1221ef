package api

import (
	"context"
	"log/slog"
	"runtime/debug"

	"github.com/gin-gonic/gin"
	"github.com/google/uuid"

	"loftet/api/problems"
	"loftet/internal/fault"
	"loftet/models"
	"loftet/orgs"
)

// way is the way of a request to its handler: each method is one step.
type way struct {
	server     *Server
	operations operations
	table      permissions
	catalogue  *problems.Catalogue
	answers    keptAnswers
	callers    callers
	uploads    uploads
}

// keys under which the steps leave what they found.
const (
	keyRequest   = "request"
	keyLanguage  = "language"
	keyOperation = "operation"
)

// identify gives the request an id and finds the reader's language. Nothing that
// is answered may be kept, unless it turns out to be public.
func (w *way) identify(c *gin.Context) {
	id := models.NewID().String()
	c.Set(keyRequest, id)
	c.Set(keyLanguage, languageOf(c.GetHeader("Accept-Language")))
	c.Header("X-Request-Id", id)
	c.Header("Vary", "Accept-Language, Cookie")
	c.Header("Cache-Control", "no-store")
}

// recoverPanics turns a panic into a problem; the process lives on.
func (w *way) recoverPanics(c *gin.Context) {
	defer func() {
		if r := recover(); r != nil {
			slog.Error("panic", "request", c.GetString(keyRequest), "value", r, "stack", string(debug.Stack()))
			w.problem(c, fault.New(fault.Internal, "internal"))
		}
	}()
	c.Next()
}

// findOperation finds which operation of the contract is called.
func (w *way) findOperation(c *gin.Context) {
	op := w.operations[c.Request.Method+" "+c.FullPath()]
	if op == nil {
		w.problem(c, missingRoute())
		return
	}
	c.Set(keyOperation, op)
}

func operationOf(c *gin.Context) *operation {
	op, _ := c.MustGet(keyOperation).(*operation)
	return op
}

// authenticate finds the actor of the session. Roles are read anew each time,
// so that one taken away works at once.
func (w *way) authenticate(c *gin.Context) {
	actor := orgs.Actor{}
	ctx := c.Request.Context()
	person, err := uuid.Parse(w.server.Sessions.GetString(ctx, sessionPerson))
	if err == nil {
		if actor, err = w.actorOf(ctx, person); err != nil {
			w.problem(c, err)
			return
		}
	}
	actor.Language, actor.RequestID = c.GetString(keyLanguage), c.GetString(keyRequest)
	setActor(c, actor)
}

// actorOf gives the actor that a person is in this session: with the roles they have,
// or behind a mailed link as a helper alone, and as nobody once the link is over.
func (w *way) actorOf(ctx context.Context, person uuid.UUID) (orgs.Actor, error) {
	assignment, err := uuid.Parse(w.server.Sessions.GetString(ctx, sessionAssignment))
	if err != nil {
		organisation, _ := uuid.Parse(w.server.Sessions.GetString(ctx, sessionOrganisation))
		return w.server.Orgs.Visitor(ctx, person, organisation)
	}
	helper, err := w.server.Surveys.Helper(ctx, assignment, person)
	if err != nil && fault.KindOf(err) == fault.NotFound {
		return orgs.Actor{}, nil
	}
	return helper, err
}

// authorise gives the actor its scope from the permission table, or refuses.
func (w *way) authorise(c *gin.Context) {
	actor := who(c)
	actor.Scope = w.table.scope(operationOf(c).id, actor.Roles)
	switch {
	case actor.Scope != "":
		setActor(c, actor)
	case actor.SignedIn():
		w.problem(c, fault.New(fault.Denied, "not-your-role"))
	case w.server.Sessions.GetString(c.Request.Context(), sessionAssignment) != "":
		w.problem(c, fault.New(fault.Unauthenticated, "section-link-over"))
	default:
		w.problem(c, fault.New(fault.Unauthenticated, "not-signed-in"))
	}
}
