// Package inside has benchmarks of the whole way of a request in the process of
// the test, on both databases with full durability: what a profile needs that a
// look from outside can't give. For instance:
//
//	go test ./proof/inside -run - -bench Submit/sqlite -cpuprofile /tmp/cpu
//
// It must never hold a rule or a number that the service relies on.
package inside
