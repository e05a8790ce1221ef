package models

import "database/sql"

// Pools gives the connection pools by name, for those who watch how full they
// are. Where reading and writing share one it is the writer.
func (db *DB) Pools() map[string]*sql.DB {
	pools := map[string]*sql.DB{"writer": db.SQL()}
	if reader, err := db.reader.DB(); err == nil && reader != db.SQL() {
		pools["reader"] = reader
	}
	return pools
}
