package orgs

import (
	"encoding/json"
	"fmt"
	"time"

	"github.com/alexedwards/scs/v2"
)

// SessionCodec writes what a session holds, which is words alone. Every request
// reads it, and gob, which scs would use, first learns the types anew each time.
type SessionCodec struct{}

type sessionContent struct {
	Deadline time.Time         `json:"deadline"`
	Values   map[string]string `json:"values"`
}

// Encode writes a session; a value that is not a word is an error.
func (SessionCodec) Encode(deadline time.Time, values map[string]any) ([]byte, error) {
	content := sessionContent{deadline, make(map[string]string, len(values))}
	for key, value := range values {
		word, ok := value.(string)
		if !ok {
			return nil, fmt.Errorf("a session cannot hold a %T", value)
		}
		content.Values[key] = word
	}
	return json.Marshal(content)
}

// Decode reads a session. One of a version that wrote gob is read as such, so that
// an upgrade signs nobody out.
func (SessionCodec) Decode(data []byte) (time.Time, map[string]any, error) {
	if len(data) > 0 && data[0] != '{' {
		deadline, values, err := scs.GobCodec{}.Decode(data)
		for key, value := range values {
			values[key] = fmt.Sprint(value)
		}
		return deadline, values, err
	}
	var content sessionContent
	if err := json.Unmarshal(data, &content); err != nil {
		return time.Time{}, nil, fmt.Errorf("read session: %w", err)
	}
	values := make(map[string]any, len(content.Values))
	for key, word := range content.Values {
		values[key] = word
	}
	return content.Deadline, values, nil
}
