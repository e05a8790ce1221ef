package papers

import "time"

// Figures are what a paper shows, as they were when it was made. They are kept word
// for word and never filled in again. Scores are 0 to 100, rounded as everywhere else;
// nil is none.
type Figures struct {
	Region       string      `json:"region"`
	Council      string      `json:"council"`
	Municipality string      `json:"municipality,omitempty"` // empty: the paper of the regional council
	Round        string      `json:"round"`
	Method       string      `json:"method"`
	Public       bool        `json:"public"`   // made of what everybody may see
	Withheld     bool        `json:"withheld"` // figures were kept from the reader it was made for
	MadeUp       bool        `json:"madeUp"`
	MadeAt       time.Time   `json:"madeAt"`
	Members      int         `json:"members"`
	Submitted    int         `json:"submitted"`
	Compared     bool        `json:"compared"` // there is a round before
	Goals        []Goal      `json:"goals"`
	Weak         []Indicator `json:"weak"` // the lowest scores first
	Challenges   []Challenge `json:"challenges"`
	Sources      string      `json:"sources"`
	Shows        []string    `json:"shows"` // ids of municipalities that showed own figures to everybody
	Pictures     []Picture   `json:"pictures"`
}

// Goal is the score of a goal: of the municipality with the region's beside it, or of
// the region.
type Goal struct {
	Goal   int      `json:"goal"`
	Name   string   `json:"name"`
	Score  *float64 `json:"score"`
	Before *float64 `json:"before"`
	Beside *float64 `json:"beside"` // the region's mean, in a municipality's paper
	Units  int      `json:"units"`  // municipalities behind the region's mean
}

// Indicator is one with its score: the municipality's, or the mean of the region.
type Indicator struct {
	Code  string  `json:"code"`
	Name  string  `json:"name"`
	Goal  int     `json:"goal"`
	Score float64 `json:"score"`
}

// Challenge is what several municipalities are weak in, as the rules found it.
type Challenge struct {
	Name           string `json:"name"`
	Goal           int    `json:"goal"`
	Municipalities int    `json:"municipalities"`
	Reason         string `json:"reason"` // empty where it would tell a figure that is not to be shown
}

// Picture is a chart with its words and its table.
type Picture struct {
	Title  string     `json:"title"`
	Alt    string     `json:"alt"`
	SVG    string     `json:"svg"`
	PNG    []byte     `json:"png"`
	Header []string   `json:"header"`
	Rows   [][]string `json:"rows"`
}
