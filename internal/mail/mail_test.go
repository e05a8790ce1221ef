package mail_test

import (
	"context"
	"io"
	"net"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"testing"

	"github.com/emersion/go-smtp"

	"loftet/internal/mail"
)

// received is what a mail server was given.
type received struct {
	mu   sync.Mutex
	from string
	to   []string
	data string
}

func (r *received) NewSession(*smtp.Conn) (smtp.Session, error) { return r, nil }
func (r *received) Mail(from string, _ *smtp.MailOptions) error { r.from = from; return nil }
func (r *received) Rcpt(to string, _ *smtp.RcptOptions) error   { r.to = append(r.to, to); return nil }
func (r *received) Reset()                                      {}
func (r *received) Logout() error                               { return nil }
func (r *received) Data(body io.Reader) error {
	data, err := io.ReadAll(body)
	r.mu.Lock()
	defer r.mu.Unlock()
	r.data = string(data)
	return err
}

// listen starts a mail server in the process and gives its port.
func listen(t *testing.T, r *received) int {
	t.Helper()
	listener, err := (&net.ListenConfig{}).Listen(t.Context(), "tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	server := smtp.NewServer(r)
	server.Domain = "localhost"
	go func() { _ = server.Serve(listener) }()
	t.Cleanup(func() { _ = server.Close() })
	return listener.Addr().(*net.TCPAddr).Port
}

func TestServer(t *testing.T) {
	var got received
	sender, err := mail.New(mail.Config{Host: "127.0.0.1", Port: listen(t, &got), TLS: mail.TLSNone, From: "post@loftet.example", FromName: "Løftet"})
	if err != nil {
		t.Fatal(err)
	}
	err = sender.Send(t.Context(), mail.Message{
		To: "kari@gol.example", Name: "Kari\r\nBcc: all@example.no", Subject: "Nytt\r\nX-Evil: 1", Text: "Hei på deg.\n",
	})
	if err != nil {
		t.Fatal(err)
	}
	got.mu.Lock()
	defer got.mu.Unlock()
	if got.from != "post@loftet.example" || len(got.to) != 1 || got.to[0] != "kari@gol.example" {
		t.Errorf("envelope: from %s to %v", got.from, got.to)
	}
	header, _, _ := strings.Cut(got.data, "\r\n\r\n")
	for _, line := range strings.Split(header, "\r\n") {
		if strings.HasPrefix(line, "Bcc:") || strings.HasPrefix(line, "X-Evil:") {
			t.Errorf("a name made a header: %s", line)
		}
	}
	for _, want := range []string{"Subject:", "Date:", "Message-ID:", "Precedence: bulk"} {
		if !strings.Contains(header, want) {
			t.Errorf("the header lacks %s\n%s", want, header)
		}
	}
}

func TestServerThatIsGone(t *testing.T) {
	listener, err := (&net.ListenConfig{}).Listen(t.Context(), "tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	port := listener.Addr().(*net.TCPAddr).Port
	_ = listener.Close()
	sender, err := mail.New(mail.Config{Host: "127.0.0.1", Port: port, TLS: mail.TLSNone, From: "post@loftet.example"})
	if err != nil {
		t.Fatal(err)
	}
	if err := sender.Send(t.Context(), mail.Message{To: "kari@gol.example", Text: "x"}); err == nil {
		t.Error("a message was delivered to nobody")
	}
}

func TestServerWithoutTLSIsRefused(t *testing.T) {
	var got received
	sender, err := mail.New(mail.Config{Host: "127.0.0.1", Port: listen(t, &got), From: "post@loftet.example"})
	if err != nil {
		t.Fatal(err)
	}
	if err := sender.Send(t.Context(), mail.Message{To: "kari@gol.example", Text: "x"}); err == nil || got.data != "" {
		t.Error("a message went out in the clear")
	}
}

func TestFolder(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "mail")
	link := "https://loftet.example/nb/set-password#token=" + strings.Repeat("x", 60)
	sender, err := mail.New(mail.Config{Folder: dir, From: "post@loftet.example"})
	if err != nil {
		t.Fatal(err)
	}
	for _, to := range []string{"a@gol.example", "b@gol.example"} {
		if err := sender.Send(context.Background(), mail.Message{To: to, Name: "Åse", Subject: "Nytt passord", Text: "Hei på deg.\n\n" + link + "\n"}); err != nil {
			t.Fatal(err)
		}
	}
	files, err := filepath.Glob(filepath.Join(dir, "*.eml"))
	if err != nil || len(files) != 2 {
		t.Fatalf("files: %v, %v", files, err)
	}
	first, err := os.ReadFile(files[0])
	if err != nil {
		t.Fatal(err)
	}
	if !strings.Contains(string(first), "a@gol.example") || !strings.Contains(string(first), "Subject: Nytt passord") ||
		!strings.Contains(string(first), "Hei på deg.") || !strings.Contains(string(first), link) {
		t.Errorf("the first message:\n%s", first)
	}
	info, err := os.Stat(files[0])
	if err != nil || info.Mode().Perm()&0o077 != 0 {
		t.Errorf("others may read the message: %v, %v", info.Mode(), err)
	}
	if err := sender.Send(t.Context(), mail.Message{To: "not an address"}); err == nil {
		t.Error("a message to no address was written")
	}
}

func TestEmptyingAFolderTakesMessagesAlone(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "mail")
	if err := mail.EmptyFolder(dir); err != nil {
		t.Errorf("a folder that is not there: %v", err)
	}
	sender, err := mail.New(mail.Config{Folder: dir, From: "post@loftet.example"})
	if err != nil {
		t.Fatal(err)
	}
	if err := sender.Send(t.Context(), mail.Message{To: "a@gol.example", Text: "x"}); err != nil {
		t.Fatal(err)
	}
	const id = "0199b2c4-5e6f-7a8b-9c0d-1e2f3a4b5c6d"
	kept := []string{"brev.eml", "notes.txt", id + ".txt", strings.ToUpper(id) + ".eml", "f47ac10b-58cc-4372-a567-0e02b2c3d479.eml"}
	for _, name := range append(kept, id+".eml.part") { // a half message of a process that was stopped
		if err := os.WriteFile(filepath.Join(dir, name), []byte("x"), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	kept = append(kept, id+".eml")
	if err := os.Mkdir(filepath.Join(dir, id+".eml"), 0o700); err != nil {
		t.Fatal(err)
	}
	if err := mail.EmptyFolder(dir); err != nil {
		t.Fatal(err)
	}
	entries, err := os.ReadDir(dir)
	if err != nil {
		t.Fatal(err)
	}
	var left []string
	for _, e := range entries {
		left = append(left, e.Name())
	}
	slices.Sort(kept)
	if !slices.Equal(left, kept) {
		t.Errorf("left %q, want %q", left, kept)
	}
	if err := mail.EmptyFolder(filepath.Join(dir, "notes.txt")); err == nil {
		t.Error("a file was taken for a folder")
	}
	link := filepath.Join(t.TempDir(), "mail")
	if err := os.Symlink(dir, link); err != nil {
		t.Fatal(err)
	}
	if err := mail.EmptyFolder(link); err == nil {
		t.Error("a link was followed")
	}
}

func TestConfigurationsThatAreRefused(t *testing.T) {
	for name, c := range map[string]mail.Config{
		"no sender":      {Folder: t.TempDir()},
		"sender":         {Folder: t.TempDir(), From: "nobody"},
		"nowhere":        {From: "post@loftet.example"},
		"unknown TLS":    {Host: "localhost", TLS: "ssl3", From: "post@loftet.example"},
		"folder in file": {Folder: "mail_test.go/x", From: "post@loftet.example"},
	} {
		if _, err := mail.New(c); err == nil {
			t.Errorf("%s: was taken", name)
		}
	}
}
