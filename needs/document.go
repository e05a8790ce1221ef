package needs

import (
	"encoding/json"
	"fmt"
	"time"

	"github.com/google/uuid"

	"loftet/models"
)

// NoDeadline stands in lists for a need without a deadline: later than any.
const NoDeadline models.Date = "9999-12-31"

// Document is a need as it was published. It is stored whole and never changed;
// what the public reads comes from here alone.
type Document struct {
	ID                 uuid.UUID     `json:"id"`
	Number             int           `json:"number"` // counts the publications
	PublishedAt        time.Time     `json:"publishedAt"`
	RegionID           uuid.UUID     `json:"regionId"`
	RegionName         string        `json:"regionName"`
	RoundID            *uuid.UUID    `json:"roundId,omitempty"`
	CatalogueID        *uuid.UUID    `json:"catalogueId,omitempty"`
	IndicatorVersionID *uuid.UUID    `json:"indicatorVersionId,omitempty"`
	IndicatorCode      string        `json:"indicatorCode,omitempty"`
	IndicatorName      models.Text   `json:"indicatorName,omitempty"`
	Core               bool          `json:"core"` // the indicator is of the common core
	Goal               int           `json:"goal"`
	Target             string        `json:"target"`
	RuleVersion        string        `json:"ruleVersion"`
	Priority           float64       `json:"priority"`
	Title              models.Text   `json:"title"`
	Fact               models.Text   `json:"fact"`
	RootCauses         models.Text   `json:"rootCauses"`
	WantedEffect       models.Text   `json:"wantedEffect"`
	Volume             models.Text   `json:"volume"`
	Timeline           models.Text   `json:"timeline"`
	CPV                []string      `json:"cpv"` // eight digits each
	Contact            string        `json:"contact"`
	Deadline           models.Date   `json:"deadline,omitempty"`
	MinimumTRL         int           `json:"minimumTrl,omitempty"`
	MadeUp             bool          `json:"madeUp"` // demonstration figures
	Participants       []Participant `json:"participants"`
}

// Participant is a municipality that has the need. Residents is 0 where the
// number is not known.
type Participant struct {
	ID        uuid.UUID `json:"id"`
	Name      string    `json:"name"`
	Residents int       `json:"residents"`
	Role      string    `json:"role"`
}

// Residents are those of all participants together.
func (d Document) Residents() int {
	sum := 0
	for _, p := range d.Participants {
		sum += p.Residents
	}
	return sum
}

// searchText is what the public list is searched in.
func (d Document) searchText() string {
	places := models.Text{"region": d.RegionName}
	for _, p := range d.Participants {
		places[p.ID.String()] = p.Name
	}
	return searchText(d.Title, d.Fact, d.RootCauses, d.WantedEffect, d.Volume, d.Timeline, d.IndicatorName, places)
}

// listDeadline is the deadline as lists sort it.
func (d Document) listDeadline() models.Date {
	if d.Deadline == "" {
		return NoDeadline
	}
	return d.Deadline
}

func (d Document) store() (string, error) {
	text, err := json.Marshal(d)
	if err != nil {
		return "", fmt.Errorf("document of need %s: %w", d.ID, err)
	}
	return string(text), nil
}

func readDocument(text string) (Document, error) {
	var d Document
	if err := json.Unmarshal([]byte(text), &d); err != nil {
		return d, fmt.Errorf("read document of a need: %w", err)
	}
	return d, nil
}
