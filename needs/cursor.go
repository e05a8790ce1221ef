package needs

import (
	"encoding/base64"
	"encoding/json"
	"time"

	"github.com/google/uuid"

	"loftet/internal/fault"
	"loftet/models"
)

// Sort is an order of the published needs.
type Sort string

// The orders: by deadline (those without one last), newest first, most urgent
// first. Equal ones stand by id.
const (
	SortDeadline Sort = "deadline"
	SortNewest   Sort = "newest"
	SortPriority Sort = "priority"
)

// cursor is the place after which the next page begins. It names the last need
// of the page by what it is sorted by, so that a page stays right when needs
// are added or published anew meanwhile.
type cursor struct {
	Sort Sort      `json:"s"`
	Key  string    `json:"k"`
	ID   uuid.UUID `json:"i"`
}

// cursorAt makes the cursor after a need.
func cursorAt(sort Sort, n models.Need) string {
	c := cursor{Sort: sort, ID: n.ID}
	switch sort {
	case SortNewest:
		if n.PublishedAt != nil {
			c.Key = n.PublishedAt.UTC().Format(time.RFC3339Nano)
		}
	case SortPriority: // the priority itself is not public; the id leads to it
	default:
		c.Key = string(n.PublishedDeadline)
	}
	text, err := json.Marshal(c)
	if err != nil { // a struct of plain fields always marshals
		return ""
	}
	return base64.RawURLEncoding.EncodeToString(text)
}

// readCursor gives what to compare with, typed for the order's column; no key for
// the order by priority.
func readCursor(text string, sort Sort) (key any, id uuid.UUID, err error) {
	bad := fault.InvalidFields(fault.OnField("cursor", "cursor"))
	raw, err := base64.RawURLEncoding.DecodeString(text)
	if err != nil {
		return nil, id, bad
	}
	var c cursor
	if json.Unmarshal(raw, &c) != nil || c.Sort != sort {
		return nil, id, bad
	}
	switch sort {
	case SortNewest:
		key, err = time.Parse(time.RFC3339Nano, c.Key)
	case SortPriority:
		if c.Key != "" { // it is looked up by the id
			return nil, id, bad
		}
	default:
		_, err = time.Parse(time.DateOnly, c.Key)
		key = c.Key
	}
	if err != nil {
		return nil, id, bad
	}
	return key, c.ID, nil
}
