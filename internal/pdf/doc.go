// Package pdf prints a page as a tagged PDF, by a Chromium that the operator names.
// The page is handed over as a file; the browser gets no network, runs no script,
// keeps nothing, and does not outlive the request.
//
// It must never print what somebody else wrote as HTML, nor hand the browser the
// environment of the service, which has secrets in it.
package pdf
