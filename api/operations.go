package api

import (
	"fmt"
	"strings"

	"github.com/getkin/kin-openapi/openapi3"
)

// operation is one operation of the contract with what the way of a request
// needs to know of it.
type operation struct {
	id         string
	checker    checker
	idempotent bool // takes an Idempotency-Key
}

// operations finds an operation by method and gin route, such as
// "GET /api/v1/rounds/:roundId".
type operations map[string]*operation

func loadOperations(contract []byte) (operations, error) {
	spec, err := openapi3.NewLoader().LoadFromData(contract)
	if err != nil {
		return nil, fmt.Errorf("read contract: %w", err)
	}
	compiled, err := newSchemas(contract)
	if err != nil {
		return nil, err
	}
	found := operations{}
	for path, item := range spec.Paths.Map() {
		for method, op := range item.Operations() {
			o := &operation{id: op.OperationID}
			if o.checker, err = compiled.checkerOf(path, method, op); err != nil {
				return nil, err
			}
			for _, p := range op.Parameters {
				o.idempotent = o.idempotent || p.Value.Name == "Idempotency-Key"
			}
			found[method+" "+prefix+ginPath(path)] = o
		}
	}
	return found, nil
}

func ginPath(path string) string {
	return strings.NewReplacer("{", ":", "}", "").Replace(path)
}
