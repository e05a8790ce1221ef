package main

// ImportCmd brings outside data into the database.
type ImportCmd struct {
	Statistics ImportStatisticsCmd `cmd:"" help:"Import figures of open statistics from CSV files."`
}
