// Package models holds the tables: gorm structs by group, how a database is
// opened and migrated, transactions, and the translation of driver errors into
// faults.
//
// It must never hold a rule of the domain, JSON names for the wire, or a call
// of AutoMigrate: the SQL files under migrations are the only source of the
// schema.
package models
