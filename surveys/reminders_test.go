package surveys_test

import (
	"context"
	"strings"
	"sync"
	"testing"
	"time"

	"loftet/internal/dbtest"
	"loftet/internal/fault"
	"loftet/internal/jobs"
	"loftet/internal/mail"
	"loftet/models"
	"loftet/orgs"
	"loftet/surveys"
	"loftet/surveys/form"
)

// postbox keeps the letters that are sent.
type postbox struct {
	mu      sync.Mutex
	letters []mail.Message
	came    chan struct{}
}

func (p *postbox) Send(_ context.Context, m mail.Message) error {
	p.mu.Lock()
	p.letters = append(p.letters, m)
	p.mu.Unlock()
	p.came <- struct{}{}
	return nil
}

// wait gives the letters when there are so many.
func (p *postbox) wait(t *testing.T, n int) []mail.Message {
	t.Helper()
	for range n {
		select {
		case <-p.came:
		case <-time.After(20 * time.Second):
			t.Fatalf("%d letters never came", n)
		}
	}
	p.mu.Lock()
	defer p.mu.Unlock()
	sent := p.letters
	p.letters = nil
	return sent
}

// quiet holds that the queue has become empty and no other letter came of it.
func (p *postbox) quiet(t *testing.T, db *models.DB) {
	t.Helper()
	giveUp := time.After(20 * time.Second)
	for look := time.NewTicker(5 * time.Millisecond); ; <-look.C {
		n := -1
		if err := db.SQL().QueryRowContext(t.Context(), "select count(*) from goqite").Scan(&n); err != nil {
			t.Fatal(err)
		}
		if n == 0 {
			break
		}
		select {
		case <-giveUp:
			t.Fatalf("%d jobs wait for ever", n)
		default:
		}
	}
	if len(p.came) != 0 {
		t.Fatalf("%d more letters came", len(p.came))
	}
}

// withMail gives the world a job queue, which runs when it is started, and people of
// two municipalities: one who reads nynorsk, one who reads English.
func (w *world) withMail() (box *postbox, start func(), reads orgs.Actor) {
	w.t.Helper()
	box = &postbox{came: make(chan struct{}, 100)}
	queue := jobs.New(w.db.SQL(), jobs.Options{Postgres: w.db.Dialect == models.Postgres, Poll: 5 * time.Millisecond})
	w.s.SendWith(surveys.Mailing{BaseURL: "https://loftet.example", Jobs: queue, Mail: box})
	start = func() {
		ctx, cancel := context.WithCancel(w.t.Context())
		done := make(chan struct{})
		go func() { queue.Start(ctx); close(done) }()
		w.t.Cleanup(func() { cancel(); <-done })
	}
	first, second := w.respondent(0), w.respondent(1)
	for i, a := range []orgs.Actor{first, second} {
		w.write(func(tx *models.Tx) error {
			w.create(tx, &models.Membership{ID: models.NewID(), PersonID: a.Person, OrganisationID: a.Org, Role: "respondent", ValidFrom: "2020-01-01", CreatedAt: tx.Now})
			return tx.G.Model(&models.Person{}).Where("id = ?", a.Person).
				Updates(map[string]any{"password_hash": "x", "language": []string{"nn", "en"}[i]}).Error
		})
	}
	return box, start, first
}

func TestThoseWhoHaveNotSubmittedAreRemindedOnce(t *testing.T) {
	dbtest.Each(t, func(t *testing.T, db *models.DB) {
		w := newWorld(t, db)
		box, start, first := w.withMail()
		start()
		info := w.round("Round", 2026)
		set := must(w.s.RoundReminders(w.ctx(), w.coordinator, info.ID))(t)
		if len(set.Times) != 3 || set.Left != 3 || set.Times[0].RemindAt.Hour() != 8 {
			t.Fatalf("%+v", set)
		}
		response := w.response(info.ID, first)
		w.save(first, response, "1.1-a", 0, surveys.AnswerInput{State: surveys.NoData, Reason: "nobody counts"})
		if n := must(w.s.RemindDue(w.ctx()))(t); n != 0 {
			t.Fatalf("%d rounds remind before their time", n)
		}
		dbtest.Clock(db).Set(set.Times[0].RemindAt)
		w.submitted(info.ID, 1, 50) // the second needs no reminder any more
		other := surveys.New(db, w.ind)
		other.SendWith(surveys.Mailing{Jobs: jobs.New(db.SQL(), jobs.Options{Postgres: db.Dialect == models.Postgres}), Mail: box})
		reminded := make(chan int, 2)
		for _, s := range []*surveys.Service{w.s, other} { // two processes
			go func() { n, _ := s.RemindDue(t.Context()); reminded <- n }()
		}
		if n := <-reminded + <-reminded; n != 1 {
			t.Fatalf("%d rounds reminded", n)
		}
		letter := box.wait(t, 1)[0]
		for _, want := range []string{"Påminning: Round", "Hei, Person", "Mål 1, ", ": 1 av 2 svara på", "0 av 2 svara på",
			"https://loftet.example/nn/municipality/rounds/" + response.String(), info.ClosesAt.Format("02.01.2006")} {
			if !strings.Contains(letter.Subject+letter.Text, want) {
				t.Errorf("no %q in %s\n%s", want, letter.Subject, letter.Text)
			}
		}
		if n := must(w.s.RemindDue(w.ctx()))(t); n != 0 {
			t.Errorf("%d rounds remind again", n)
		}
		box.quiet(t, db)
		set = must(w.s.RoundReminders(w.ctx(), w.coordinator, info.ID))(t)
		if set.Times[0].SentAt == nil || set.Times[0].Recipients != 1 || set.Times[1].SentAt != nil || set.Left != 2 {
			t.Errorf("%+v", set.Times)
		}
	})
}

func TestAReminderNowIsGivenOnceInAWhile(t *testing.T) {
	dbtest.Each(t, func(t *testing.T, db *models.DB) {
		w := newWorld(t, db)
		box, start, _ := w.withMail()
		start()
		info := w.round("Round", 2026)
		set := must(w.s.RemindNow(w.ctx(), w.coordinator, info.ID))(t)
		letters := box.wait(t, 2)
		if len(letters) != 2 || set.Times[0].Recipients != 2 || set.Times[0].SentAt == nil {
			t.Fatalf("%d letters, %+v", len(letters), set.Times)
		}
		_, err := w.s.RemindNow(w.ctx(), w.coordinator, info.ID)
		if f := refusal(t, err, fault.TooMany, "reminded-lately"); f.RetryAfter < 11*3600 {
			t.Errorf("again in %d s", f.RetryAfter)
		}
		dbtest.Clock(db).Add(13 * time.Hour)
		must(w.s.RemindNow(w.ctx(), w.coordinator, info.ID))(t)
		box.wait(t, 2)
		_, err = w.s.RemindNow(w.ctx(), w.respondent(0), info.ID)
		refused(t, err, fault.NotFound, "not-found")
	})
}

// A letter lies in the queue for a while: whoever has submitted by then gets none.
func TestALetterThatIsNoLongerNeededIsNotSent(t *testing.T) {
	dbtest.Each(t, func(t *testing.T, db *models.DB) {
		w := newWorld(t, db)
		box, start, _ := w.withMail()
		info := w.round("Round", 2026)
		later := info.ClosesAt.Add(48 * time.Hour)
		must(w.s.ExtendRound(w.ctx(), w.coordinator, info.ID, later, "More time"))(t)
		w.submitted(info.ID, 0, 50)
		start()
		letter := box.wait(t, 1)[0]
		if !strings.Contains(letter.Text, "Reason: More time") || !strings.Contains(letter.Subject, later.Format("2 January 2006")) {
			t.Errorf("%+v", letter)
		}
		box.quiet(t, db)
	})
}

func TestTimesOfReminders(t *testing.T) {
	dbtest.Each(t, func(t *testing.T, db *models.DB) {
		w := newWorld(t, db)
		info := w.round("Round", 2026)
		in := func(d time.Duration) time.Time { return dbtest.Start.Add(d) }
		const day = 24 * time.Hour
		for path, times := range map[string][]time.Time{
			"times.1 reminder_past":    {in(day), in(-day)},
			"times.0 reminder_outside": {in(40 * day)},
			"times.1 repeated":         {in(day), in(day)},
		} {
			_, err := w.s.SetReminders(w.ctx(), w.coordinator, info.ID, info.Version, times)
			where, code, _ := strings.Cut(path, " ")
			onField(t, err, where, code)
		}
		set := must(w.s.SetReminders(w.ctx(), w.coordinator, info.ID, info.Version, []time.Time{in(20 * day), in(10 * day)}))(t)
		if len(set.Times) != 2 || !set.Times[0].RemindAt.Equal(in(10*day)) || set.Round.Version != info.Version+1 {
			t.Fatalf("%+v", set)
		}
		_, err := w.s.SetReminders(w.ctx(), w.coordinator, info.ID, info.Version, nil)
		if current, ok := refusal(t, err, fault.Stale, "stale").Current.(surveys.Reminders); !ok || len(current.Times) != 2 {
			t.Error("a stale edit does not tell how it is now")
		}
		must(w.s.ExtendRound(w.ctx(), w.coordinator, info.ID, info.ClosesAt.Add(7*day), "More time"))(t)
		set = must(w.s.RoundReminders(w.ctx(), w.coordinator, info.ID))(t)
		if len(set.Times) != 2 || !set.Times[0].RemindAt.Equal(in(17*day)) || !set.Times[1].RemindAt.Equal(in(27*day)) {
			t.Errorf("after an extension of a week: %+v", set.Times)
		}
		_, err = w.s.RoundReminders(w.ctx(), w.respondent(0), info.ID)
		refused(t, err, fault.NotFound, "not-found")
		w.change(info.ID, surveys.RoundClosed)
		_, err = w.s.SetReminders(w.ctx(), w.coordinator, info.ID, set.Round.Version+1, nil)
		refused(t, err, fault.Conflict, "round-closed")
	})
}

func TestAReminderNamesTheGeneralQuestions(t *testing.T) {
	w := newWorld(t, dbtest.SQLite(t))
	box, start, first := w.withMail()
	start()
	asked := ownForm()
	asked.Items = append(asked.Items, form.Item{Kind: form.ShortText, Name: "remark", Goal: 6})
	info := w.ownRound(w.questionnaire(asked))
	w.response(info.ID, first)
	dbtest.Clock(w.db).Set(must(w.s.RoundReminders(w.ctx(), w.coordinator, info.ID))(t).Times[0].RemindAt)
	must(w.s.RemindDue(w.ctx()))(t)
	letter := box.wait(t, 1)[0].Text
	general := strings.Contains(letter, "\n- Generelle spørsmål: 0 av 1") || strings.Contains(letter, "\n- General questions: 0 of 1")
	if !general || strings.Contains(letter, ": 0 av 0") || strings.Contains(letter, ": 0 of 0") {
		t.Error(letter)
	}
}
