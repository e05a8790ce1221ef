package mail

import (
	"bytes"
	"fmt"
	"strings"
	"text/template"
)

// Written fills one of several texts with words and makes a message of it: its first
// line is the subject. Whatever stands in that line must have no lines of its own.
func Written(texts *template.Template, name string, words any) (Message, error) {
	var text bytes.Buffer
	if err := texts.ExecuteTemplate(&text, name, words); err != nil {
		return Message{}, fmt.Errorf("write letter %s: %w", name, err)
	}
	subject, body, _ := strings.Cut(strings.TrimSpace(text.String()), "\n")
	return Message{Subject: subject, Text: strings.TrimSpace(body) + "\n"}, nil
}
