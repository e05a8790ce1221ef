package mail_test

import (
	"context"
	"errors"
	"net"
	"testing"
	"time"

	"loftet/internal/mail"
)

// Whoever stops the service does not wait for as long as a mail server may take.
func TestASilentServerIsGivenUpWhenNobodyWaits(t *testing.T) {
	t.Parallel()
	listener, err := (&net.ListenConfig{}).Listen(t.Context(), "tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = listener.Close() }()
	sender, err := mail.New(mail.Config{Host: "127.0.0.1", Port: listener.Addr().(*net.TCPAddr).Port, TLS: mail.TLSNone, From: "loftet@example.org"})
	if err != nil {
		t.Fatal(err)
	}
	ctx, giveUp := context.WithCancel(t.Context())
	done := make(chan error, 1)
	go func() { done <- sender.Send(ctx, mail.Message{To: "kari@example.org", Subject: "Hei", Text: "Hei"}) }()
	if _, err := listener.Accept(); err != nil {
		t.Fatal(err)
	}
	giveUp()
	select {
	case err := <-done:
		if !errors.Is(err, context.Canceled) {
			t.Errorf("the letter that was not handed over: %v", err)
		}
	case <-time.After(10 * time.Second):
		t.Error("a server that says nothing is waited for")
	}
}
