// Package proof attacks the built service from outside and holds it to what is
// promised of it: nothing acknowledged is lost when it is killed, clients that
// are many, slow or gone hinder nobody else, and it ends as it should.
//
// It must never be imported, nor look into a running service other than the way
// anybody does. What it finds is mended where it is broken, not here.
package proof
