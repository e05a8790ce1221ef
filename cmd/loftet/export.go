package main

// ExportCmd carries what the database holds out into files.
type ExportCmd struct {
	Catalogue ExportCatalogueCmd `cmd:"" help:"Write a catalogue of indicators as a CSV file."`
}
