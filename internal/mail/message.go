package mail

import (
	"context"
	"fmt"
	"strings"
	"unicode"

	gomail "github.com/wneessen/go-mail"
)

// Message is one plain text message to one person.
type Message struct {
	To      string // address
	Name    string // of the person; may be empty
	Subject string
	Text    string
}

// Sender delivers messages. A message is delivered or an error comes back.
type Sender interface {
	Send(ctx context.Context, m Message) error
}

// build makes the message as it goes over the wire. It fails when an address
// is none.
func build(from, fromName string, m Message, options ...gomail.MsgOption) (*gomail.Msg, error) {
	msg := gomail.NewMsg(append(options, gomail.WithNoDefaultUserAgent())...)
	if err := msg.FromFormat(oneLine(fromName), oneLine(from)); err != nil {
		return nil, fmt.Errorf("mail: sender address: %w", err)
	}
	if err := msg.AddToFormat(oneLine(m.Name), oneLine(m.To)); err != nil {
		return nil, fmt.Errorf("mail: receiver address: %w", err)
	}
	msg.Subject(oneLine(m.Subject))
	msg.SetDate()
	msg.SetMessageID()
	msg.SetBulk() // no holiday replies, please
	msg.SetBodyString(gomail.TypeTextPlain, m.Text)
	return msg, nil
}

// oneLine makes text fit for a header: a line break there would begin a new
// header of the writer's choice.
func oneLine(s string) string {
	return strings.Join(strings.FieldsFunc(s, func(r rune) bool {
		return unicode.IsControl(r) || unicode.Is(unicode.Zl, r) || unicode.Is(unicode.Zp, r)
	}), " ")
}
