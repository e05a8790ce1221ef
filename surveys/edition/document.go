package edition

import (
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"math"
	"time"

	"github.com/google/uuid"

	"loftet/models"
)

// Format names how documents are written. It changes when the same results would be
// other bytes.
const Format = "loftet-edition-1"

// The readers that a document is made for.
const (
	Own    = "own"    // those who run the round
	Public = "public" // everybody
)

// Document is the results of a round in one edition. Members stand in alphabetical order,
// indicators and figures in that of the questionnaire. A figure that the readers may not
// see has the state withheld, or is the statistics'.
type Document struct {
	Format         string         `json:"format"`
	Audience       string         `json:"audience"`
	Edition        int            `json:"edition"`
	Reason         string         `json:"reason"`
	MadeAt         time.Time      `json:"madeAt"`
	Region         Named          `json:"region"`
	Round          Round          `json:"round"`
	Method         Method         `json:"method"`
	Indicators     []Indicator    `json:"indicators"`
	Municipalities []Municipality `json:"municipalities"`
	Sums           []Sum          `json:"sums"`
	GoalSums       []Sum          `json:"goalSums"`
}

// Named is something with its name.
type Named struct {
	ID   uuid.UUID `json:"id"`
	Name string    `json:"name"`
}

// Round is what the results are of.
type Round struct {
	Named

	Year          int        `json:"year"`
	ClosedAt      *time.Time `json:"closedAt"`
	Questionnaire uuid.UUID  `json:"questionnaireVersionId"`
	Cohort        string     `json:"cohort"`
	MadeUp        bool       `json:"madeUp"`
}

// Method is by what the scores were made.
type Method struct {
	ID      string `json:"id"`
	Version string `json:"version"`
}

// Indicator is what figures are of, in the version and with the bounds that they were
// scored by.
type Indicator struct {
	Code      string      `json:"code"`
	Name      models.Text `json:"name"`
	Unit      models.Text `json:"unit"`
	Goal      int         `json:"goal"`
	Beside    bool        `json:"beside"` // it counts in no goal
	Version   uuid.UUID   `json:"versionId"`
	Catalogue string      `json:"catalogueVersion"`
	Type      string      `json:"type"`
	Direction string      `json:"direction"`
	Decimals  int         `json:"decimals"`
	Bounds    Bounds      `json:"bounds"`
}

// Bounds are those of an indicator; null where there are none.
type Bounds struct {
	Basis         string     `json:"basis"`
	Lower         *float64   `json:"lower"`
	Optimum       *float64   `json:"optimum"`
	Green         *float64   `json:"green"`
	Yellow        *float64   `json:"yellow"`
	Red           *float64   `json:"red"`
	Target        *uuid.UUID `json:"targetId"`
	TargetVersion int        `json:"targetVersion"`
}

// Municipality is a member with its figures and goals.
type Municipality struct {
	Named

	Number     string     `json:"number"`
	Submitted  bool       `json:"submitted"`
	Submission *uuid.UUID `json:"submissionId,omitempty"` // for those who run the round
	Figures    []Figure   `json:"figures"`
	Goals      []Goal     `json:"goals"`
}

// Figure is one figure and what the method makes of it. Score is 0 to 100.
type Figure struct {
	Indicator string   `json:"indicator"`
	State     string   `json:"state"`
	Value     *float64 `json:"value"`
	Year      int      `json:"year"` // 0 where there is no figure
	Origin    string   `json:"origin"`
	Source    string   `json:"source"`
	Quality   string   `json:"quality"`
	Confirmed bool     `json:"confirmed"`
	Filled    bool     `json:"filled"` // the score was filled in by the method
	Score     *float64 `json:"score"`
	Band      string   `json:"band"`
	Colour    string   `json:"colour"`

	Observation *uuid.UUID `json:"observationId,omitempty"` // for those who run the round
}

// Goal is the score of a goal. It is compared with others only where it is covered.
type Goal struct {
	Goal      int      `json:"goal"`
	Score     *float64 `json:"score"`
	Band      string   `json:"band"`
	Colour    string   `json:"colour"`
	Available int      `json:"available"`
	Total     int      `json:"total"`
	Covered   bool     `json:"covered"`
	LeftOut   bool     `json:"leftOut"`
	Withheld  bool     `json:"withheld"`
}

// Sum is what can be said of an indicator's values, or of a goal's scores, over the
// municipalities.
type Sum struct {
	Indicator string   `json:"indicator,omitempty"`
	Goal      int      `json:"goal,omitempty"`
	Units     int      `json:"units"`
	Mean      *float64 `json:"mean"`
	Median    *float64 `json:"median"`
}

// Bytes writes the document: UTF-8, members of objects in the order of this description,
// no spaces, numbers in the shortest form that reads back the same, <, > and & as \u
// with four digits, and one line end.
func (d Document) Bytes() ([]byte, error) {
	body, err := json.Marshal(d)
	if err != nil {
		return nil, fmt.Errorf("write edition %d of round %s: %w", d.Edition, d.Round.ID, err)
	}
	return append(body, '\n'), nil
}

// Parse reads a document.
func Parse(text string) (Document, error) {
	var d Document
	if err := json.Unmarshal([]byte(text), &d); err != nil {
		return d, fmt.Errorf("read an edition: %w", err)
	}
	return d, nil
}

// Checksum is the SHA-256 of a document in hexadecimal digits.
func Checksum(document []byte) string {
	sum := sha256.Sum256(document)
	return hex.EncodeToString(sum[:])
}

// rounded keeps nine decimals of what was computed: processors differ after some fifteen
// digits, and the bytes must not.
func rounded(x *float64) *float64 {
	if x == nil {
		return nil
	}
	const nine = 1e9
	y := math.Round(*x*nine) / nine
	if y == 0 {
		y = 0 // never minus zero
	}
	return &y
}

// second is a time as documents have it: both databases keep that much.
func second(t time.Time) time.Time { return t.UTC().Truncate(time.Second) }
