package main

import (
	"errors"
	"io"
	"os"
	"strings"

	"loftet/indicators/scorefile"
	"loftet/indicators/scoring"
	"loftet/internal/csvtable"
)

// files opens what loftet score reads, so that all that can't be opened is told at
// once.
type files struct {
	open   []io.Closer
	failed error
}

func (f *files) source(name string) csvtable.Source {
	file, err := os.Open(name)
	if err != nil {
		f.failed = errors.Join(f.failed, err)
		return csvtable.Source{Name: name, Reader: strings.NewReader("")}
	}
	f.open = append(f.open, file)
	return csvtable.Source{Name: name, Reader: file}
}

// optional is nil where no file is named.
func (f *files) optional(name string) *csvtable.Source {
	if name == "" {
		return nil
	}
	source := f.source(name)
	return &source
}

func (f *files) close() {
	for _, file := range f.open {
		_ = file.Close() // they were only read
	}
}

// read reads the data. Regions are read where they are used.
func (c *ScoreCmd) read() (scorefile.Data, csvtable.Findings, error) {
	var f files
	defer f.close()
	regions := c.Regions
	if c.Fill != scoring.FillRegion && len(c.FillIndicators) == 0 {
		regions = ""
	}
	in := scorefile.Files{Specs: f.source(c.Specs), Values: f.source(c.Values), Regions: f.optional(regions), Groups: f.optional(c.Groups)}
	if f.failed != nil {
		return scorefile.Data{}, csvtable.Findings{}, f.failed
	}
	data, found := scorefile.Read(in)
	if regions == "" && c.Regions != "" {
		found.Warn(c.Regions, 0, "is not read without --fill regional")
	}
	return data, found, nil
}

// readCheck reads the published scores.
func (c *ScoreCmd) readCheck(data scorefile.Data, into *scorefile.Published) (csvtable.Findings, error) {
	var f files
	defer f.close()
	source := f.source(c.Check)
	if f.failed != nil {
		return csvtable.Findings{}, f.failed
	}
	var found csvtable.Findings
	*into, found = data.ReadPublished(source)
	return found, nil
}
