package main

import (
	"bufio"
	"errors"
	"fmt"
	"io"
	"strings"

	"loftet/api/problems"
	"loftet/internal/fault"
)

// explain turns a fault into the words that the service's own pages have for
// it. Other errors pass unchanged.
func explain(err error) error {
	f, ok := fault.As(err)
	if !ok {
		return err
	}
	catalogue, loadErr := problems.Load()
	if loadErr != nil {
		return errors.Join(err, loadErr)
	}
	doc := catalogue.Document(f, "en")
	if len(doc.Fields) == 0 {
		return fmt.Errorf("%s. %s", doc.Title, doc.Detail)
	}
	words := make([]string, len(doc.Fields))
	for i, field := range doc.Fields {
		words[i] = field.Path + ": " + field.Message
	}
	return errors.New(strings.Join(words, "; "))
}

// firstLine reads the first line of a text, without its end.
func firstLine(r io.Reader) (string, error) {
	line, err := bufio.NewReader(io.LimitReader(r, 4096)).ReadString('\n')
	if err != nil && !errors.Is(err, io.EOF) {
		return "", err
	}
	return strings.TrimRight(line, "\r\n"), nil
}
