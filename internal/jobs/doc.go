// Package jobs is work that is done after a transaction has committed: it is
// put into the queue in that transaction and dropped with it when it rolls
// back. The queue is a table, so that no job is lost with a process, and the
// servers share it.
//
// A job runs at least once and is tried again when it fails; whatever it does
// must bear that. It must never carry a secret: rows lie in the table until the
// work is done.
package jobs
