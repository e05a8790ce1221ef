package api

import (
	"bytes"
	"encoding/json"
	"fmt"
	"net/url"
	"strconv"
	"strings"

	"github.com/getkin/kin-openapi/openapi3"
	"github.com/santhosh-tekuri/jsonschema/v6"
	"gopkg.in/yaml.v3"

	"loftet/internal/fault"
)

// parameter is one parameter of an operation with its compiled schema.
type parameter struct {
	name, in string
	required bool
	kind     string // integer, boolean or string
	schema   *jsonschema.Schema
}

// checker holds a request against the schemas that the contract has for one
// operation. They are compiled once, at the start.
type checker struct {
	parameters []parameter
	body       *jsonschema.Schema // nil: the operation takes no JSON
	file       bool               // the body is a file as it is
}

// declared gives the part of a query that the contract has parameters for, which
// is all that a handler sees of it.
func (c checker) declared(query url.Values) url.Values {
	known := url.Values{}
	for _, p := range c.parameters {
		if values, ok := query[p.name]; ok && p.in == "query" {
			known[p.name] = values
		}
	}
	return known
}

// schemas compiles parts of the contract by their place in it.
type schemas struct{ compiler *jsonschema.Compiler }

// contractName is what the contract is called among compiled schemas.
const contractName = "contract.json"

func newSchemas(contract []byte) (*schemas, error) {
	var tree any
	if err := yaml.Unmarshal(contract, &tree); err != nil {
		return nil, fmt.Errorf("read contract: %w", err)
	}
	text, err := json.Marshal(tree)
	if err != nil {
		return nil, fmt.Errorf("read contract: %w", err)
	}
	document, err := jsonschema.UnmarshalJSON(bytes.NewReader(text))
	if err != nil {
		return nil, fmt.Errorf("read contract: %w", err)
	}
	compiler := jsonschema.NewCompiler()
	compiler.DefaultDraft(jsonschema.Draft2020)
	compiler.AssertFormat()
	return &schemas{compiler}, compiler.AddResource(contractName, document)
}

// at compiles the schema at a place such as "/paths/~1session/post".
func (s *schemas) at(pointer string) (*jsonschema.Schema, error) {
	schema, err := s.compiler.Compile(contractName + "#" + (&url.URL{Path: pointer}).EscapedPath())
	if err != nil {
		return nil, fmt.Errorf("compile contract: %w", err)
	}
	return schema, nil
}

// checkerOf compiles what the contract says of one operation.
func (s *schemas) checkerOf(path, method string, op *openapi3.Operation) (checker, error) {
	var c checker
	place := "/paths/" + strings.ReplaceAll(path, "/", "~1") + "/" + strings.ToLower(method)
	for i, ref := range op.Parameters {
		at := fmt.Sprintf("%s/parameters/%d", place, i)
		if ref.Ref != "" {
			at = strings.TrimPrefix(ref.Ref, "#")
		}
		schema, err := s.at(at + "/schema")
		if err != nil {
			return c, err
		}
		p := parameter{name: ref.Value.Name, in: ref.Value.In, required: ref.Value.Required, schema: schema, kind: "string"}
		if types := ref.Value.Schema.Value.Type; types != nil && len(*types) == 1 {
			p.kind = (*types)[0]
		}
		c.parameters = append(c.parameters, p)
	}
	if op.RequestBody == nil {
		return c, nil
	}
	if c.file = op.RequestBody.Value.Content["application/octet-stream"] != nil; c.file {
		return c, nil
	}
	var err error
	c.body, err = s.at(place + "/requestBody/content/application~1json/schema")
	return c, err
}

// check gives the faults of one parameter's text.
func (p parameter) check(text string, given bool) []fault.Field {
	if !given || text == "" {
		if p.required {
			return []fault.Field{fault.OnField(p.name, "required")}
		}
		if !given {
			return nil
		}
	}
	var value any = text
	switch p.kind {
	case "integer":
		if _, err := strconv.Atoi(text); err != nil {
			return []fault.Field{fault.OnField(p.name, "wrong_type")}
		}
		value = json.Number(text)
	case "boolean":
		b, err := strconv.ParseBool(text)
		if err != nil {
			return []fault.Field{fault.OnField(p.name, "wrong_type")}
		}
		value = b
	}
	return schemaFields(p.schema.Validate(value), p.name)
}
