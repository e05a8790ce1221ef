// Package said is for what people who write forms are told: in English, as programs
// print it, and with a key and values of which other languages make sentences of
// their own.
//
// It must never hold those other languages: they stand with the messages of the
// service.
package said
