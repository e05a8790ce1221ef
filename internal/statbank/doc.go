// Package statbank asks statistics bureaus for figures: banks with PxWebApi 2, and
// Kolada with version 3 of its service.
//
// It must never ask more often or for more at a time than a bank allows, follow an
// address that a bank's answer names to another host, or know what the figures are
// for.
package statbank
