package statbank

import (
	"bytes"
	"cmp"
	"context"
	"fmt"
	"net/http"
	"net/url"
	"time"

	"loftet/internal/jsonstat"
)

// PxWeb is a bank with PxWebApi 2.
type PxWeb struct {
	client   *Client
	language string
	maxCells int
}

// A bank that does not tell how many cells it gives at a time is asked for few.
const fewCells = 10_000

// OpenPxWeb reads the bank's configuration, so that it is asked no faster and for
// no more than it says. Language is one of its own, "" for its first one.
func OpenPxWeb(ctx context.Context, client *Client, language string) (*PxWeb, error) {
	var config struct {
		DefaultLanguage string `json:"defaultLanguage"`
		MaxDataCells    int    `json:"maxDataCells"`
		MaxCalls        int    `json:"maxCallsPerTimeWindow"`
		TimeWindow      int    `json:"timeWindow"` // seconds
	}
	if err := client.into(ctx, http.MethodGet, "/config", nil, nil, &config); err != nil {
		return nil, fmt.Errorf("the bank's configuration: %w", err)
	}
	client.every(config.MaxCalls, time.Duration(config.TimeWindow)*time.Second)
	if config.MaxDataCells <= 0 {
		config.MaxDataCells = fewCells
	}
	return &PxWeb{client: client, language: cmp.Or(language, config.DefaultLanguage), maxCells: config.MaxDataCells}, nil
}

// Selection is what is asked for of one variable. Codelist is one of the table's
// own groupings, "" for its codes as they are.
type Selection struct {
	Variable string   `json:"variableCode"`
	Codes    []string `json:"valueCodes"`
	Codelist string   `json:"codelist,omitempty"`
}

// Metadata gives a table's dimensions and no values.
func (b *PxWeb) Metadata(ctx context.Context, table string) (jsonstat.Cube, error) {
	answer, err := b.client.ask(ctx, http.MethodGet, "/tables/"+url.PathEscape(table)+"/metadata", b.query(), nil)
	if err != nil {
		return jsonstat.Cube{}, fmt.Errorf("table %s: %w", table, err)
	}
	c, err := jsonstat.Metadata(bytes.NewReader(answer))
	if err != nil {
		return c, fmt.Errorf("table %s: %w", table, err)
	}
	return c, nil
}

// Codelist gives the codes of a grouping in their order.
func (b *PxWeb) Codelist(ctx context.Context, id string) ([]string, error) {
	var list struct {
		Values []struct {
			Code string `json:"code"`
		} `json:"values"`
	}
	if err := b.client.into(ctx, http.MethodGet, "/codelists/"+url.PathEscape(id), b.query(), nil, &list); err != nil {
		return nil, fmt.Errorf("codelist %s: %w", id, err)
	}
	codes := make([]string, len(list.Values))
	for i, v := range list.Values {
		codes[i] = v.Code
	}
	return codes, nil
}

// Data gives a selection of a table in as many parts as the bank's limit makes
// necessary. Each variable has at least one code.
func (b *PxWeb) Data(ctx context.Context, table string, selection []Selection) ([]jsonstat.Cube, error) {
	query := b.query()
	query.Set("outputFormat", "json-stat2")
	var parts []jsonstat.Cube
	for _, part := range split(selection, b.maxCells) {
		answer, err := b.client.ask(ctx, http.MethodPost, "/tables/"+url.PathEscape(table)+"/data", query,
			map[string]any{"selection": part})
		if err != nil {
			return nil, fmt.Errorf("table %s: %w", table, err)
		}
		c, err := jsonstat.Parse(bytes.NewReader(answer))
		if err != nil {
			return nil, fmt.Errorf("table %s: %w", table, err)
		}
		parts = append(parts, c)
	}
	return parts, nil
}

func (b *PxWeb) query() url.Values {
	query := url.Values{}
	if b.language != "" {
		query.Set("lang", b.language)
	}
	return query
}

// split halves the longest list of codes until each part has at most so many cells.
func split(selection []Selection, most int) [][]Selection {
	cells, longest := 1, 0
	for i, s := range selection {
		cells *= len(s.Codes)
		if len(s.Codes) > len(selection[longest].Codes) {
			longest = i
		}
	}
	if cells <= most || len(selection) == 0 || len(selection[longest].Codes) == 1 {
		return [][]Selection{selection}
	}
	half := len(selection[longest].Codes) / 2
	var parts [][]Selection
	for _, codes := range [][]string{selection[longest].Codes[:half], selection[longest].Codes[half:]} {
		part := append([]Selection(nil), selection...)
		part[longest].Codes = codes
		parts = append(parts, split(part, most)...)
	}
	return parts
}
