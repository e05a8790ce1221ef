// Package dbtest gives tests a database: a fresh, migrated one of each kind with
// [Each], a SQLite one where the kind does not matter with [SQLite], and one that
// fails every call with [Broken].
//
// PostgreSQL comes from the cluster that LOFTET_TEST_POSTGRES names (make test
// starts one for all packages), else from a throw-away cluster that lives as long
// as the test process. Where PostgreSQL is not installed the tests on it are
// skipped; with CI=true they fail.
//
// It must never be imported outside tests, and it must never fill a database with
// data: each test writes what it is about.
package dbtest
