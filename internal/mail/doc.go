// Package mail sends plain text messages: to a mail server where one is
// configured, else into a folder as .eml files, so that nothing is lost on a
// machine without mail.
//
// It must never let text from people reach a header unguarded, and never log
// what a message says.
package mail
