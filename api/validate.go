package api

import (
	"errors"
	"net/http"

	"github.com/getkin/kin-openapi/openapi3"
	"github.com/getkin/kin-openapi/openapi3filter"
	"github.com/gin-gonic/gin"

	"loftet/internal/fault"
)

// maxBody is the largest request body in bytes; it is refused before it is
// read to its end.
const maxBody = 1 << 20

// validate holds the request against the contract: parameters, body, unknown
// fields. The contract is the only place where these rules stand.
func (w *way) validate(c *gin.Context) {
	op := operationOf(c)
	c.Request.Body = http.MaxBytesReader(c.Writer, c.Request.Body, maxBody)
	params := map[string]string{}
	for _, p := range c.Params {
		params[p.Key] = p.Value
	}
	err := openapi3filter.ValidateRequest(c.Request.Context(), &openapi3filter.RequestValidationInput{
		Request: c.Request, PathParams: params, Route: op.route,
		Options: &openapi3filter.Options{MultiError: true, SkipSettingDefaults: false},
	})
	if err != nil {
		w.problem(c, contractFault(err))
	}
}

// contractFault turns what the contract's validator found into field faults.
func contractFault(err error) error {
	var large *http.MaxBytesError
	if errors.As(err, &large) {
		return fault.New(fault.Malformed, "too-large", "max", large.Limit)
	}
	collected := &fault.Fault{Kind: fault.Invalid, Code: "invalid-input", Err: err}
	if stop := collect(err, "", collected); stop != nil {
		return stop
	}
	if len(collected.Fields) == 0 {
		return malformed(err)
	}
	return collected
}

// collect walks the validator's error tree. It returns a fault of its own when
// the request could not be read at all.
func collect(err error, path string, into *fault.Fault) error {
	switch e := err.(type) { //nolint:errorlint // a tree is walked, each node by its own type
	case openapi3.MultiError:
		for _, inner := range e {
			if stop := collect(inner, path, into); stop != nil {
				return stop
			}
		}
	case *openapi3filter.RequestError:
		return collectRequest(e, into)
	case *openapi3.SchemaError:
		into.Fields = append(into.Fields, schemaField(e, path))
	default:
		if inner := errors.Unwrap(err); inner != nil {
			return collect(inner, path, into)
		}
		into.Fields = append(into.Fields, fault.OnField(orBody(path), "invalid"))
	}
	return nil
}

func collectRequest(e *openapi3filter.RequestError, into *fault.Fault) error {
	path := ""
	if e.Parameter != nil {
		path = e.Parameter.Name
		if e.Parameter.In == openapi3.ParameterInPath {
			// an id that is none names nothing
			return fault.Missing()
		}
	}
	var parse *openapi3filter.ParseError
	switch {
	case errors.Is(e, openapi3filter.ErrInvalidRequired):
		into.Fields = append(into.Fields, fault.OnField(orBody(path), "required"))
		return nil
	case errors.As(e.Err, &parse) && e.RequestBody != nil:
		return malformed(e)
	case e.Err == nil && e.RequestBody != nil: // only the content type is refused without a cause
		return fault.New(fault.Malformed, "unsupported-media-type")
	case e.Err == nil:
		into.Fields = append(into.Fields, fault.OnField(orBody(path), "invalid"))
		return nil
	}
	return collect(e.Err, path, into)
}

func orBody(path string) string {
	if path == "" {
		return "body"
	}
	return path
}
