package api

import (
	"bytes"
	"context"
	"io"
	"net/http"
	"net/http/httptest"
	"os"
	"testing"
	"testing/iotest"
	"time"

	"github.com/gin-gonic/gin"
	"github.com/google/uuid"

	"loftet/internal/clock"
	"loftet/internal/fault"
	"loftet/surveys"
)

// The largest file gets through a line of 1 Mbit/s, and who says nothing is waited for
// no longer than with any other body.
func TestAFileMustComeAtAPace(t *testing.T) {
	const line = 1e6 / 8 // bytes a second
	for _, read := range []int64{0, 1, 1 << 10, 1 << 20, surveys.MaxFile} {
		if there := time.Duration(float64(read) / line * float64(time.Second)); there > timeFor(read) {
			t.Errorf("%d bytes are there after %s, and may take %s", read, there, timeFor(read))
		}
	}
	if timeFor(0) != AnswerWithin || timeFor(60) > AnswerWithin+time.Second || timeFor(surveys.MaxFile) > 6*time.Minute {
		t.Errorf("%s for nothing, %s for a byte a second, %s for a whole file", timeFor(0), timeFor(60), timeFor(surveys.MaxFile))
	}
	var told []int64
	body := &pacedBody{ReadCloser: io.NopCloser(io.MultiReader(bytes.NewReader(make([]byte, 300)), bytes.NewReader(make([]byte, 5)))), wait: func(read int64) { told = append(told, read) }}
	if all, err := io.ReadAll(body); err != nil || len(all) != 305 || told[0] != 0 || told[1] != 300 || told[len(told)-1] != 305 {
		t.Errorf("%d bytes, told %v, %v", len(all), told, err)
	}
}

// listener is a connection that knows how long its client may take to listen.
type listener struct {
	*httptest.ResponseRecorder
	until time.Time
}

func (l *listener) SetWriteDeadline(at time.Time) error {
	l.until = at
	return nil
}

// A file may be on its way for longer than an answer may be listened to: whoever sent it
// in vain is told so all the same.
func TestWhoSentTooSlowlyIsTold(t *testing.T) {
	for code, sent := range map[string]io.Reader{"upload-too-slow": iotest.ErrReader(os.ErrDeadlineExceeded), "": bytes.NewReader([]byte("all of it"))} {
		heard := &listener{ResponseRecorder: httptest.NewRecorder()}
		c, _ := gin.CreateTestContext(heard)
		c.Request = httptest.NewRequest(http.MethodPost, "/", sent)
		before := clock.System().Now()
		err := (&way{uploads: uploads{under: map[uuid.UUID]int{}}}).takeIn(c)
		if f, _ := fault.As(err); (code != "" || err != nil) && (f == nil || f.Code != code) {
			t.Errorf("%v, want %q", err, code)
		}
		if heard.until.Before(before.Add(listenWithin)) {
			t.Errorf("%q may be listened to until %s", code, heard.until)
		}
	}
}

func TestAnAccountSendsFewFilesAtOnce(t *testing.T) {
	u, one, other := uploads{under: map[uuid.UUID]int{}}, uuid.New(), uuid.New()
	for range uploadsAtOnce {
		if !u.begin(one) {
			t.Fatal("no place for a file")
		}
	}
	if u.begin(one) || !u.begin(other) {
		t.Error("the places of one account are not its own")
	}
	u.end(one)
	if !u.begin(one) {
		t.Error("a place was not given back")
	}
	for range uploadsAtOnce {
		u.end(one)
	}
	u.end(other)
	if len(u.under) > 0 {
		t.Errorf("%v stays", u.under)
	}
}

// The time for an answer begins anew, and what the context holds stays; it ends with
// the client.
func TestTheTimeForAnAnswerBeginsAnew(t *testing.T) {
	type key struct{}
	client, goAway := context.WithCancel(t.Context())
	first, end := context.WithTimeout(untimed(untimed(client)), time.Nanosecond)
	defer end()
	<-first.Done()
	again, over := inTimeAgain(context.WithValue(first, key{}, 7))
	defer over()
	if again.Err() != nil || again.Value(key{}) != 7 {
		t.Errorf("%v, %v", again.Err(), again.Value(key{}))
	}
	goAway()
	<-again.Done()
}
