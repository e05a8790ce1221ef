package main

import "loftet/api"

// OpenapiCmd prints the contract of the API.
type OpenapiCmd struct{}

// Run writes the contract as YAML to stdout.
func (c *OpenapiCmd) Run(io *Streams) error {
	_, err := io.Stdout.Write(api.Document())
	return err
}
