package api

import (
	"bytes"
	"io"
	"mime"
	"net/http"
	"net/url"

	"github.com/gin-gonic/gin"
	"github.com/santhosh-tekuri/jsonschema/v6"

	"loftet/internal/fault"
	"loftet/surveys"
)

// maxBody is the largest request body in bytes, maxFile that of a file which is the
// body itself; a larger one is refused before it is read to its end.
const (
	maxBody = 1 << 20
	maxFile = surveys.MaxFile
)

// validate holds the request against the contract: parameters, body, unknown
// fields. The contract is the only place where these rules stand.
func (w *way) validate(c *gin.Context) {
	limit := int64(maxBody)
	if operationOf(c).checker.file {
		limit = maxFile
	}
	c.Request.Body = http.MaxBytesReader(c.Writer, c.Request.Body, limit)
	faults, err := checkParameters(c, operationOf(c).checker)
	if err == nil && operationOf(c).checker.body != nil {
		var more []fault.Field
		more, err = checkBody(c, operationOf(c).checker.body)
		faults = append(faults, more...)
	}
	if err == nil && operationOf(c).checker.file {
		err = checkMedia(c, "application/octet-stream") // whatever its bytes are, the domain judges them
	}
	if err == nil && len(faults) > 0 {
		err = fault.InvalidFields(faults...)
	}
	if err != nil {
		w.problem(c, err)
	}
}

func checkParameters(c *gin.Context, check checker) ([]fault.Field, error) {
	var faults []fault.Field
	query, err := url.ParseQuery(c.Request.URL.RawQuery)
	if err != nil { // net/http would leave out what it cannot read
		return nil, malformed(err)
	}
	for _, p := range check.parameters {
		switch p.in {
		case "path":
			// an id that is none names nothing
			if len(p.check(c.Param(p.name), true)) > 0 {
				return nil, fault.Missing()
			}
		case "header":
			if len(c.Request.Header.Values(p.name)) > 1 {
				faults = append(faults, fault.OnField(p.name, "once"))
				continue
			}
			if !storable(c.GetHeader(p.name)) {
				faults = append(faults, fault.OnField(p.name, "characters"))
				continue
			}
			faults = append(faults, p.check(c.GetHeader(p.name), c.GetHeader(p.name) != "")...)
		default:
			switch values := query[p.name]; len(values) {
			case 0:
				faults = append(faults, p.check("", false)...)
			case 1:
				if !storable(values[0]) {
					faults = append(faults, fault.OnField(p.name, "characters"))
					continue
				}
				faults = append(faults, p.check(values[0], true)...)
			default:
				faults = append(faults, fault.OnField(p.name, "once"))
			}
		}
	}
	return faults, nil
}

// checkBody reads the body, checks it and puts it back for the handler.
func checkBody(c *gin.Context, schema *jsonschema.Schema) ([]fault.Field, error) {
	if err := checkMedia(c, "application/json"); err != nil {
		return nil, err
	}
	text, err := readAll(c)
	if err != nil {
		return nil, malformed(err)
	}
	value, faults, err := readBody(text)
	if err != nil {
		return nil, malformed(err)
	}
	return append(faults, schemaFields(schema.Validate(value), "")...), nil
}

func checkMedia(c *gin.Context, wanted string) error {
	media, _, err := mime.ParseMediaType(c.GetHeader("Content-Type"))
	if err != nil || media != wanted {
		return fault.New(fault.Malformed, "unsupported-media-type", "wanted", wanted)
	}
	return nil
}

// readAll reads the body and puts it back for the handler; its errors are those of the
// connection.
func readAll(c *gin.Context) ([]byte, error) {
	text, err := io.ReadAll(c.Request.Body)
	if err != nil {
		return nil, err
	}
	c.Request.Body = io.NopCloser(bytes.NewReader(text))
	return text, nil
}
