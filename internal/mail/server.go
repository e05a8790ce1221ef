package mail

import (
	"context"
	"fmt"
	"time"

	gomail "github.com/wneessen/go-mail"
)

// patience is how long a mail server may take, lastMoment how long once nobody
// waits for it any more.
const (
	patience   = 20 * time.Second
	lastMoment = 2 * time.Second
)

type server struct {
	client         *gomail.Client
	from, fromName string
}

func newServer(c Config) (*server, error) {
	options := []gomail.Option{gomail.WithTimeout(patience)}
	port := c.Port
	switch c.TLS {
	case TLSStart, "":
		options = append(options, gomail.WithTLSPolicy(gomail.TLSMandatory))
		port = orElse(port, 587)
	case TLSImplicit:
		options = append(options, gomail.WithSSL())
		port = orElse(port, 465)
	case TLSNone:
		options = append(options, gomail.WithTLSPolicy(gomail.NoTLS))
		port = orElse(port, 25)
	default:
		return nil, fmt.Errorf("mail: TLS is %q; it must be %s, %s or %s", c.TLS, TLSStart, TLSImplicit, TLSNone)
	}
	options = append(options, gomail.WithPort(port))
	if c.User != "" {
		auth := gomail.SMTPAuthAutoDiscover
		if c.TLS == TLSNone {
			auth = gomail.SMTPAuthPlainNoEnc
		}
		options = append(options, gomail.WithSMTPAuth(auth), gomail.WithUsername(c.User), gomail.WithPassword(c.Password))
	}
	client, err := gomail.NewClient(c.Host, options...)
	if err != nil {
		return nil, fmt.Errorf("mail: %w", err)
	}
	return &server{client: client, from: c.From, fromName: c.FromName}, nil
}

func orElse(port, usual int) int {
	if port == 0 {
		return usual
	}
	return port
}

// Send hands the message to the server. When the context ends in the middle, the
// server has a moment to take it all the same; then it is given up.
func (s *server) Send(ctx context.Context, m Message) error {
	msg, err := build(s.from, s.fromName, m)
	if err != nil {
		return err
	}
	handed := make(chan error, 1)
	go func() { handed <- s.client.DialAndSendWithContext(context.WithoutCancel(ctx), msg) }() // ends with patience
	select {
	case err = <-handed:
	case <-ctx.Done():
		select {
		case err = <-handed:
		case <-time.After(lastMoment):
			err = ctx.Err()
		}
	}
	if err != nil {
		return fmt.Errorf("mail: send: %w", err)
	}
	return nil
}
