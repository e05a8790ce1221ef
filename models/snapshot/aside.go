package snapshot

// leftOut are the tables that no file holds.
var leftOut = map[string]bool{
	// The manifest has the schema's version, and migrations make the schema.
	"goose_db_version": true,
	// Who signed out since, or was shut out, must not be signed in again by a
	// restore. People sign in anew.
	"sessions": true,
}

// errands is the job queue. Most of what waits in it is done within a second of
// being saved, mail above all: loaded again it would be done twice. So it is
// saved, but loaded only on demand.
const errands = "goqite"

// timesAsText are columns that hold times, which the queue's library keeps as text
// on SQLite, to the millisecond.
var timesAsText = map[string]bool{
	errands + ".created": true, errands + ".updated": true, errands + ".timeout": true,
}

// errandTime is the form of such a text.
const errandTime = "2006-01-02T15:04:05.000Z"
