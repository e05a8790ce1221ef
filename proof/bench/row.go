package main

import "time"

// Row is one measured case.
type Row struct {
	What      string
	Note      string        `json:",omitempty"` // to What
	Database  string        `json:",omitempty"` // empty where there is none
	Clients   int           // that ask at once, each waiting for its answer
	PerSecond float64       `json:",omitempty"`
	Ratios    []Ratio       `json:",omitempty"`
	P50, P99  time.Duration `json:",omitempty"` // nanoseconds in JSON
	CPU       time.Duration `json:",omitempty"` // of the service, per request
	Peak, Now int64         `json:",omitempty"` // memory of the service in bytes: highest in this case, and after it
	Bytes     int64         `json:",omitempty"` // of one answer
	Aim       string        `json:",omitempty"`
	Met       bool
}

// Ratio is a row in proportion to its peer.
type Ratio struct {
	Peer  string
	Value float64
}

// to gives the ratio to a peer, 0 where there is none.
func (r Row) to(peer string) float64 {
	for _, ratio := range r.Ratios {
		if ratio.Peer == peer {
			return ratio.Value
		}
	}
	return 0
}

// per adds the ratio of the rates of a row and its peer.
func (r Row) per(name string, peer Row) Row {
	if peer.PerSecond > 0 {
		r.Ratios = append(r.Ratios, Ratio{name, r.PerSecond / peer.PerSecond})
	}
	return r
}

// slower adds how many times as long a row took as the smallest of its kind.
func (r Row) slower(smallest Row, name string) Row {
	if smallest.P50 > 0 {
		r.Ratios = append(r.Ratios, Ratio{"x the time of " + name, float64(r.P50) / float64(smallest.P50)})
	}
	return r
}
