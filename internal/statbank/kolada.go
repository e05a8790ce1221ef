package statbank

import (
	"context"
	"fmt"
	"net/http"
	"net/url"
	"slices"
	"strconv"
	"strings"
	"time"
)

// Kolada is the Swedish municipalities' bank of indicators, version 3.
type Kolada struct{ client *Client }

// OpenKolada makes a Kolada of a client for an address such as
// https://api.kolada.se/v3. The service tells no pace, so it is asked slowly.
func OpenKolada(client *Client) *Kolada {
	client.every(5, 2*time.Second)
	return &Kolada{client: client}
}

// KoladaFigure is one figure for both sexes together. Missing ones have no Value;
// Status then says why, in Kolada's word.
type KoladaFigure struct {
	KPI, Municipality string
	Year              int
	Value             *float64
	Status            string
}

// Limits of what Kolada takes in one question, and of what is believed of it.
const (
	koladaYears = 25
	koladaPages = 1000
)

type koladaPage struct {
	Values []struct {
		KPI          string `json:"kpi"`
		Municipality string `json:"municipality"`
		Period       int    `json:"period"`
		Values       []struct {
			Gender string   `json:"gender"`
			Value  *float64 `json:"value"`
			Status *string  `json:"status"`
		} `json:"values"`
	} `json:"values"`
	NextURL  string `json:"next_url"`
	NextPage string `json:"next_page"` // what version 2 called it
}

// Title gives what Kolada calls a indicator.
func (k *Kolada) Title(ctx context.Context, kpi string) (string, error) {
	var page struct {
		Values []struct{ ID, Title string } `json:"values"`
		ID     string                       `json:"id"`
		Title  string                       `json:"title"`
	}
	if err := k.client.into(ctx, http.MethodGet, "/kpi/"+url.PathEscape(kpi), nil, nil, &page); err != nil {
		return "", fmt.Errorf("indicator %s: %w", kpi, err)
	}
	for _, v := range page.Values {
		if v.ID == kpi {
			return v.Title, nil
		}
	}
	if page.ID == kpi {
		return page.Title, nil
	}
	return "", fmt.Errorf("indicator %s: Kolada does not know it", kpi)
}

// Figures gives all municipalities' figures of a indicator in some years.
func (k *Kolada) Figures(ctx context.Context, kpi string, years []int) ([]KoladaFigure, error) {
	var all []KoladaFigure
	for some := range slices.Chunk(years, koladaYears) {
		texts := make([]string, len(some))
		for i, year := range some {
			texts[i] = strconv.Itoa(year)
		}
		path := "/data/kpi/" + url.PathEscape(kpi) + "/year/" + strings.Join(texts, ",")
		query := url.Values{}
		for pages := 0; ; pages++ {
			var page koladaPage
			if err := k.client.into(ctx, http.MethodGet, path, query, nil, &page); err != nil {
				return nil, fmt.Errorf("indicator %s: %w", kpi, err)
			}
			all = append(all, page.figures()...)
			next := page.NextURL
			if next == "" {
				next = page.NextPage
			}
			if next == "" {
				break
			}
			if pages == koladaPages {
				return nil, fmt.Errorf("indicator %s: more than %d pages", kpi, koladaPages)
			}
			// only what comes after the question mark is believed: the host stays ours
			u, err := url.Parse(next)
			if err != nil || u.RawQuery == "" || u.RawQuery == query.Encode() {
				return nil, fmt.Errorf("indicator %s: the address of the next page is %q", kpi, next)
			}
			query = u.Query()
		}
	}
	return all, nil
}

func (p koladaPage) figures() []KoladaFigure {
	all := make([]KoladaFigure, 0, len(p.Values))
	for _, v := range p.Values {
		for _, one := range v.Values {
			if one.Gender != "T" {
				continue
			}
			f := KoladaFigure{KPI: v.KPI, Municipality: v.Municipality, Year: v.Period, Value: one.Value}
			if one.Status != nil {
				f.Status = *one.Status
			}
			all = append(all, f)
		}
	}
	return all
}
