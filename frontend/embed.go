// Package frontend carries the built web pages inside the binary.
//
// It must never know routes, texts or the API: it hands out files and says
// whether there are any. How they are served stands in package api.
package frontend

import (
	"embed"
	"io/fs"
)

//go:embed all:dist
var dist embed.FS

// Assets gives the built files; the root holds index.html and assets/.
// In a clone where the pages were never built it holds no index.html.
func Assets() fs.FS {
	files, err := fs.Sub(dist, "dist")
	if err != nil {
		// Only an invalid constant path can fail here.
		panic("frontend: " + err.Error())
	}
	return files
}

// Built tells whether the pages were built before the binary was compiled.
// Without Node the binary still compiles; the server then explains how to
// build them (see BuildHint).
func Built() bool {
	info, err := fs.Stat(Assets(), "index.html")
	return err == nil && !info.IsDir()
}

// BuildHint is the command that makes Built true, run in the repository root.
const BuildHint = "cd frontend && npm ci && npm run build"
