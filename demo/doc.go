// Package demo fills a database with a demonstration: the six municipalities of
// Hallingdal with real figures, two rounds, needs and businesses. It goes
// through the same services as people do.
//
// It must never be loaded into a database that serves real users, and never
// show a made-up figure without saying that it is made up.
package demo
