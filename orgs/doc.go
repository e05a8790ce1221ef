// Package orgs is for organisations of all kinds, regions and their history,
// people, roles, invitations and sessions, and for the actor in whose name
// every other room works.
//
// It must never know of questionnaires, scores or needs, nor of http.
package orgs
