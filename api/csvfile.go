package api

import (
	"bytes"
	"context"
	"fmt"

	"loftet/charts"
)

// csvFile makes a file of a table, for a reader who carries it off.
func csvFile(ctx context.Context, name string, table charts.Table) (*file, error) {
	var text bytes.Buffer
	if err := table.CSV(&text); err != nil {
		return nil, fmt.Errorf("write %s: %w", name, err)
	}
	exported(ctx, name)
	return &file{contentType: "text/csv; charset=utf-8", name: name + ".csv", body: text.Bytes()}, nil
}

// figure is a number in a cell, with so many decimals.
func figure(value float64, decimals int) charts.Cell {
	return charts.Cell{Number: value, Decimals: decimals, Numeric: true}
}
