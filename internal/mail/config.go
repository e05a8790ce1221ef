package mail

import "fmt"

// The ways a connection to the mail server may be kept from others' eyes.
const (
	TLSStart    = "starttls" // begins in the clear and must turn to TLS
	TLSImplicit = "tls"      // TLS from the first byte
	TLSNone     = "none"     // in the clear: for a server on the same machine
)

// Config says where mail goes. Without Host it goes into Folder.
type Config struct {
	Host     string
	Port     int // 587 when zero, 465 with TLSImplicit
	User     string
	Password string
	TLS      string // one of the TLS constants; TLSStart when empty
	From     string // address
	FromName string
	Folder   string
}

// New makes the sender that a configuration asks for.
func New(c Config) (Sender, error) {
	if c.From == "" {
		return nil, fmt.Errorf("mail: the sender address is not configured")
	}
	if _, err := build(c.From, c.FromName, Message{To: c.From}); err != nil {
		return nil, err
	}
	switch {
	case c.Host != "":
		return newServer(c)
	case c.Folder != "":
		return newFolder(c)
	}
	return nil, fmt.Errorf("mail: neither a server nor a folder is configured")
}
