package main

import (
	"strings"
	"time"
)

// What the aims speak of.
const (
	whatSubmit       = "submit a response of 30 answers"
	whatRead         = "read one response"
	whatList         = "list of 500 responses"
	whatRegion       = "figures of a region, 357 municipalities"
	whatPage         = "region's page, all it loads"
	whatScoring      = "score values, per core"
	whatChart        = "chart of a country, new: "
	whatDrawn        = "draw a chart of a country: "
	whatImport       = "import a questionnaire of 485 questions"
	whatConditions   = "evaluate 420 conditions of 485 questions: "
	whatFirstTime    = "read 485 questions and evaluate: "
	whatNation       = "page of a nation among many"
	whatOneIndicator = "one indicator of a nation and round"
	whatAllCold      = "closed round, all by all, new to the service"
	whatSubmitGrown  = "submit a response of 120 answers"
	whatMemory       = "memory of the service, highest"
	whatFirstView    = "first view of "
)

const (
	peerInsert = "insert"
	peerEcho   = "echo"
	peerSQL    = "bare SQL"
)

const megabyte = 1 << 20

// aim is what a row is to reach.
type aim struct {
	what    string // how the row's name begins
	clients int    // 0 for any number
	text    string
	met     func(Row) bool
}

// aims are all that are aimed at; no other place judges a row.
var aims = []aim{
	{whatSubmit, 16, "≥ 0.08 insert, p99 < 50 ms", func(r Row) bool { return r.to(peerInsert) >= 0.08 && r.P99 < 50*time.Millisecond }},
	{whatRead, 16, "≥ 0.25 echo", func(r Row) bool { return r.to(peerEcho) >= 0.25 }},
	{whatList, 0, "CPU < 10 ms", func(r Row) bool { return r.CPU < 10*time.Millisecond }},
	{whatRegion, 0, "p99 < 20 ms", func(r Row) bool { return r.P99 < 20*time.Millisecond }},
	{whatNation, 1, "p99 < 20 ms", func(r Row) bool { return r.P99 < 20*time.Millisecond }},
	{whatAllCold, 1, "≥ 0.83 bare SQL", func(r Row) bool { return r.to(peerSQL) >= 1/1.2 }},
	{whatScoring, 0, "≥ 20 million/s", func(r Row) bool { return r.PerSecond >= 20e6 }},
	{whatChart, 0, "p50 < 10 ms", func(r Row) bool { return r.P50 < 10*time.Millisecond }},
	{whatDrawn, 0, "p50 < 10 ms", func(r Row) bool { return r.P50 < 10*time.Millisecond }},
	{whatImport, 0, "p99 < 1 s", func(r Row) bool { return r.P99 < time.Second }},
	{whatConditions, 0, "p50 < 5 ms", func(r Row) bool { return r.P50 < 5*time.Millisecond }},
	{whatMemory, 0, "< 100 MB", func(r Row) bool { return r.Peak < 100*megabyte }},
	{whatFirstView, 0, "< 300 kB", func(r Row) bool { return r.Bytes < 300_000 }},
}

// judge sets a row beside its aim, if it has one.
func judge(r Row) Row {
	for _, a := range aims {
		if strings.HasPrefix(r.What, a.what) && (a.clients == 0 || a.clients == r.Clients) {
			r.Aim, r.Met = a.text, a.met(r)
		}
	}
	return r
}

func missed(rows []Row) bool {
	for _, r := range rows {
		if r.Aim != "" && !r.Met {
			return true
		}
	}
	return false
}
