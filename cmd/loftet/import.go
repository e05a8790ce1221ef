package main

// ImportCmd brings outside data into the database.
type ImportCmd struct {
	Catalogue  ImportCatalogueCmd  `cmd:"" help:"Bring a catalogue back as a new version."`
	CPV        ImportCPVCmd        `cmd:"" name:"cpv" help:"Import the official list of procurement codes (CPV)."`
	Regions    ImportRegionsCmd    `cmd:"" help:"Import municipalities and a region from a CSV file."`
	Results    ImportResultsCmd    `cmd:"" help:"Import a published set of results."`
	Statbank   ImportStatbankCmd   `cmd:"" help:"Fetch figures from statistics bureaus."`
	Statistics ImportStatisticsCmd `cmd:"" help:"Import figures of open statistics from CSV files."`
	XLSForm    ImportXLSFormCmd    `cmd:"" name:"xlsform" help:"Read a questionnaire from an XLSForm."`
}
