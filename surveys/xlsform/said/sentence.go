package said

import (
	"fmt"
	"strconv"

	"loftet/internal/fault"
)

// Sentence is a sentence, or a part of one.
type Sentence struct {
	Key     string // in the catalogue of messages; "" of nothing to say
	Values  []any  // what it is about, in the order of the English words; some are Sentences
	English string
}

// As makes a sentence. Other languages put its values in the places {1}, {2} and so on.
func As(key, format string, values ...any) Sentence {
	return Sentence{Key: key, Values: values, English: fmt.Sprintf(format, values...)}
}

// Error is the sentence in English: most tell why something cannot be.
func (s Sentence) Error() string { return s.English }

// Message is the sentence as a message of the catalogue, where {message} stands for the
// English words.
func (s Sentence) Message() fault.Field {
	message := fault.OnField("", "xlsform_"+s.Key, "message", s.English)
	for i, value := range s.Values {
		if part, is := value.(Sentence); is {
			value = part.part()
		}
		message.Params[strconv.Itoa(i+1)] = value
	}
	return message
}

// part is the sentence as a part of another; one that says nothing is an empty text.
func (s Sentence) part() any {
	if s.Key == "" {
		return s.English
	}
	return s.Message()
}
