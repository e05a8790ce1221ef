// Package api is the HTTP side of the service: the handlers behind the
// reviewed contract openapi.yaml, the permission table, problem documents,
// sign-in cookies.
//
// It must never hold a rule of the domain or touch gorm.
package api
