package mail

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"strings"

	"github.com/google/uuid"
	gomail "github.com/wneessen/go-mail"
)

type folder struct {
	path           string
	from, fromName string
}

func newFolder(c Config) (*folder, error) {
	if err := os.MkdirAll(c.Folder, 0o700); err != nil { // messages hold links that sign people in
		return nil, fmt.Errorf("mail: %w", err)
	}
	return &folder{path: c.Folder, from: c.From, fromName: c.FromName}, nil
}

// EmptyFolder deletes the messages that were put into a folder, whole or not, and
// nothing else that lies there. A folder that is not there is empty.
func EmptyFolder(path string) error {
	switch info, err := os.Lstat(path); {
	case os.IsNotExist(err):
		return nil
	case err != nil:
		return fmt.Errorf("mail: %w", err)
	case !info.IsDir(): // a link may lead to the mail of somebody else
		return fmt.Errorf("mail: %s is no folder of the service's own", path)
	}
	entries, err := os.ReadDir(path)
	if err != nil {
		return fmt.Errorf("mail: %w", err)
	}
	for _, e := range entries {
		if !e.Type().IsRegular() || !ours(e.Name()) {
			continue
		}
		if err := os.Remove(filepath.Join(path, e.Name())); err != nil && !os.IsNotExist(err) {
			return fmt.Errorf("mail: %w", err)
		}
	}
	return nil
}

// ours tells whether a file has a name that only Send gives.
func ours(name string) bool {
	stem, isMessage := strings.CutSuffix(strings.TrimSuffix(name, ".part"), ".eml")
	id, err := uuid.Parse(stem)
	return isMessage && err == nil && id.Version() == 7 && id.String() == stem
}

// Send writes the message to a new file whose name sorts by time.
func (f *folder) Send(_ context.Context, m Message) error {
	// as it is, so that a person can read the file and copy a link out of it
	msg, err := build(f.from, f.fromName, m, gomail.WithEncoding(gomail.NoEncoding))
	if err != nil {
		return err
	}
	id, err := uuid.NewV7()
	if err != nil {
		return fmt.Errorf("mail: %w", err)
	}
	final := filepath.Join(f.path, id.String()+".eml")
	file, err := os.OpenFile(final+".part", os.O_CREATE|os.O_EXCL|os.O_WRONLY, 0o600)
	if err != nil {
		return fmt.Errorf("mail: %w", err)
	}
	_, err = msg.WriteTo(file)
	if closed := file.Close(); err == nil {
		err = closed
	}
	if err == nil { // only whole messages have the name of one
		err = os.Rename(final+".part", final)
	}
	if err != nil {
		return fmt.Errorf("mail: write: %w", err)
	}
	return nil
}
