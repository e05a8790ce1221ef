// Package contract is the API's contract as Go code, generated from
// api/openapi.yaml: types of the wire and the server interface.
//
// It must never be edited by hand; run make generate.
package contract

//go:generate go tool -modfile=../../tools/go.mod oapi-codegen --config config.yaml ../openapi.yaml
