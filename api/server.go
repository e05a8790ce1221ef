package api

import (
	_ "embed"
	"fmt"
	"log/slog"
	"net/http"

	"github.com/alexedwards/scs/v2"
	"github.com/gin-gonic/gin"
	"github.com/google/uuid"

	"loftet/api/contract"
	"loftet/api/problems"
	"loftet/charts"
	"loftet/internal/pdf"
	"loftet/orgs"
)

// prefix is where the contract's paths begin.
const prefix = "/api/v1"

//go:embed openapi.yaml
var document []byte

// Document is the contract as text.
func Document() []byte { return document }

// Server answers the operations of the contract. Rooms and Sessions are
// required.
type Server struct {
	Rooms
	Sessions *scs.SessionManager
	Demo     *Demo // demonstration mode, else nil
	Proxies  []string
	HTTPS    bool         // the service is reached over https
	Build    string       // which build this is, for what leaves the house
	Contact  string       // e-mail of whoever runs it; empty where they give none
	Forget   int          // days after which the names in what is over go; 0 where that is told to nobody
	Printer  *pdf.Printer // nil where no PDF is offered

	catalogue *problems.Catalogue // read by Handler
	pictures  charts.Kept
}

// Demo tells who may sign in to the demonstration.
type Demo struct {
	Accounts []DemoAccount
}

// DemoAccount is an account of the demonstration with its role.
type DemoAccount struct {
	Email, Password, Organisation string
	Role                          orgs.Role
}

// Handler is the whole API under /api/v1. It fails when the contract, the
// permission table or the problem catalogue do not fit together.
func (s *Server) Handler() (http.Handler, error) {
	operations, err := loadOperations(document)
	if err != nil {
		return nil, err
	}
	table, err := loadPermissions()
	if err != nil {
		return nil, err
	}
	if err := table.covers(operations); err != nil {
		return nil, err
	}
	catalogue, err := problems.Load()
	if err != nil {
		return nil, err
	}
	s.catalogue = catalogue
	gin.SetMode(gin.ReleaseMode)
	router := gin.New()
	router.ContextWithFallback = true
	router.HandleMethodNotAllowed = true
	router.RedirectTrailingSlash = false                 // an address has one form
	router.RemoteIPHeaders = []string{"X-Forwarded-For"} // a proxy writes no other; what else comes is the caller's own
	if err := router.SetTrustedProxies(s.Proxies); err != nil {
		return nil, fmt.Errorf("trusted proxies: %w", err)
	}
	w := &way{server: s, operations: operations, table: table, catalogue: catalogue, callers: newCallers(), uploads: uploads{under: map[uuid.UUID]int{}},
		answers: newKeptAnswers()}
	router.Use(w.identify, w.recoverPanics)
	router.NoRoute(func(c *gin.Context) { w.problem(c, missingRoute()) })
	router.NoMethod(func(c *gin.Context) {
		allowHead(c.Writer.Header())
		w.problem(c, wrongMethod())
	})
	group := router.Group(prefix, w.findOperation, w.authenticate, w.authorise, w.limit, w.validate, w.receive, w.cache, w.keep, w.once)
	strict := contract.NewStrictHandlerWithOptions(s, nil, contract.StrictGinServerOptions{
		RequestErrorHandlerFunc:  func(c *gin.Context, err error) { w.problem(c, malformed(err)) },
		HandlerErrorFunc:         w.problem,
		ResponseErrorHandlerFunc: w.problem,
	})
	contract.RegisterHandlersWithOptions(group, strict, contract.GinServerOptions{
		ErrorHandler: func(c *gin.Context, err error, _ int) { w.problem(c, malformed(err)) },
	})
	s.Sessions.ErrorFunc = func(rw http.ResponseWriter, r *http.Request, err error) {
		slog.Error("session", "error", err)
		w.plainProblem(rw, r, err)
	}
	guard := http.NewCrossOriginProtection()
	guard.SetDenyHandler(http.HandlerFunc(func(rw http.ResponseWriter, r *http.Request) {
		w.plainProblem(rw, r, crossOrigin())
	}))
	packed, err := compressed(s.Sessions.Cookie.Name, Edge(s.HTTPS, w.withLength(guard.Handler(visited(s.Sessions.LoadAndSave(router))))))
	return headAsGet(packed), err
}
