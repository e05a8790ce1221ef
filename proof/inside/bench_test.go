package inside_test

import (
	"fmt"
	"net/http"
	"strconv"
	"strings"
	"sync/atomic"
	"syscall"
	"testing"
	"time"

	"github.com/google/uuid"

	"loftet/proof/stand"
)

// BenchmarkSubmit submits complete responses of 30 answers.
func BenchmarkSubmit(b *testing.B) {
	eachDB(b, func(b *testing.B, fresh func(stand.Plan) *world) {
		plan := stand.Plan{Municipalities: 50, Indicators: 30, Published: 1, Open: 8, Approved: true}
		w := fresh(plan)
		used := 0
		b.ReportAllocs()
		for b.Loop() {
			if used == plan.Municipalities*plan.Open {
				b.StopTimer()
				w, used = fresh(plan), 0
				b.StartTimer()
			}
			m := w.Municipalities[used%plan.Municipalities]
			w.call(http.MethodPost, "/responses/"+m.Responses[used/plan.Municipalities].String()+"/submissions", m.Person.Cookie, "", "", http.StatusCreated)
			used++
		}
	})
}

// BenchmarkSaveAnswer changes one answer again and again.
func BenchmarkSaveAnswer(b *testing.B) {
	eachDB(b, func(b *testing.B, fresh func(stand.Plan) *world) {
		w := fresh(stand.Plan{Municipalities: 10, Indicators: 30, Published: 1, Open: 1})
		m := w.Municipalities[3]
		path, tag, n := "/responses/"+m.Responses[0].String()+"/answers/"+w.Codes[4], `"0"`, 0
		b.ReportAllocs()
		for b.Loop() {
			n++
			body := fmt.Sprintf(`{"state":"value","value":%d.5,"source":"Egen opptelling","comment":"Talt i mai"}`, n%90)
			tag = w.call(http.MethodPut, path, m.Person.Cookie, body, tag, http.StatusOK)
		}
	})
}

// BenchmarkReadResponse reads a response with its task list.
func BenchmarkReadResponse(b *testing.B) {
	reads(b, stand.Plan{Municipalities: 10, Indicators: 30, Published: 1, Open: 1, Approved: true}, func(w *world) (string, stand.Person) {
		return "/responses/" + w.Municipalities[3].Responses[0].String(), w.Municipalities[3].Person
	})
}

// BenchmarkTaskList reads the responses of a municipality in five rounds.
func BenchmarkTaskList(b *testing.B) {
	reads(b, stand.Plan{Municipalities: 10, Indicators: 30, Published: 1, Open: 5, Approved: true}, func(w *world) (string, stand.Person) {
		return "/responses", w.Municipalities[3].Person
	})
}

// BenchmarkRegionStatus reads the figures of a country of 357 municipalities, 40
// indicators and 5 rounds, as anybody does.
func BenchmarkRegionStatus(b *testing.B) {
	reads(b, stand.Plan{Municipalities: 357, Indicators: 40, Published: 5}, func(w *world) (string, stand.Person) {
		return "/status/regions/" + w.Region.String(), stand.Person{}
	})
}

// BenchmarkIndicatorStatus reads one indicator of the same country with its trend.
func BenchmarkIndicatorStatus(b *testing.B) {
	reads(b, stand.Plan{Municipalities: 357, Indicators: 40, Published: 5}, func(w *world) (string, stand.Person) {
		return "/status/regions/" + w.Region.String() + "/indicators/" + w.Codes[3], stand.Person{}
	})
}

// BenchmarkNeeds reads the first page of a thousand published needs.
func BenchmarkNeeds(b *testing.B) { markets(b, "/needs", 1000) }

// BenchmarkMatches reads what fits a business's solutions among more and more
// needs. The first reading, which sees them all for the first time, is not in it.
func BenchmarkMatches(b *testing.B) {
	for _, n := range []int{100, 1000, 10_000} {
		b.Run(strconv.Itoa(n), func(b *testing.B) { markets(b, "/matches", n) })
	}
}

func markets(b *testing.B, path string, published int) {
	reads(b, stand.Plan{Municipalities: 20, Businesses: 1, Indicators: 17, Published: 1}, func(w *world) (string, stand.Person) {
		if err := stand.AddNeeds(b.Context(), w.address, w.Country, published); err != nil {
			b.Fatal(err)
		}
		if err := stand.AddSolutions(b.Context(), w.address, w.Country, 3); err != nil {
			b.Fatal(err)
		}
		return path, w.Suppliers[0]
	})
}

func reads(b *testing.B, plan stand.Plan, what func(*world) (string, stand.Person)) {
	eachDB(b, func(b *testing.B, fresh func(stand.Plan) *world) {
		w := fresh(plan)
		path, by := what(w)
		w.call(http.MethodGet, path, by.Cookie, "", "", http.StatusOK)
		b.ReportAllocs()
		c := w.stopwatch()
		for b.Loop() {
			w.call(http.MethodGet, path, by.Cookie, "", "", http.StatusOK)
		}
		c.report()
	})
}

// BenchmarkRoundProgress lists 500 responses: all of them handed in and not yet
// submitted, all being answered, all submitted.
func BenchmarkRoundProgress(b *testing.B) {
	plan := stand.Plan{Municipalities: 500, Indicators: 44, Published: 1, Open: 1, Approved: true}
	path := func(round uuid.UUID) string { return "/rounds/" + round.String() + "/progress" }
	b.Run("approved", func(b *testing.B) {
		reads(b, plan, func(w *world) (string, stand.Person) { return path(w.Open[0]), w.Coordinator })
	})
	b.Run("answering", func(b *testing.B) {
		reads(b, plan, func(w *world) (string, stand.Person) {
			if _, err := w.db.SQL().ExecContext(b.Context(), "update responses set state = 'in_progress' where state = 'approved'"); err != nil {
				b.Fatal(err)
			}
			return path(w.Open[0]), w.Coordinator
		})
	})
	b.Run("submitted", func(b *testing.B) {
		reads(b, plan, func(w *world) (string, stand.Person) { return path(w.Published[0]), w.Coordinator })
	})
}

// stopwatch measures the processor time that this process and the database's take,
// which other work on the machine doesn't lengthen as it does the time on the wall.
type stopwatch struct {
	w             *world
	own, database time.Duration
}

func (w *world) stopwatch() stopwatch {
	c := stopwatch{w: w, own: cpuTime()}
	if strings.HasPrefix(w.address, "postgres:") {
		var err error
		if c.database, err = cluster.CPU(); err != nil {
			w.b.Fatal(err)
		}
	}
	return c
}

// report gives what was taken since, for each operation.
func (c stopwatch) report() {
	now := c.w.stopwatch()
	per := func(d time.Duration) float64 { return float64(d.Microseconds()) / 1000 / float64(c.w.b.N) }
	c.w.b.ReportMetric(per(now.own-c.own), "cpu-ms/op")
	if now.database > 0 {
		c.w.b.ReportMetric(per(now.database-c.database), "database-cpu-ms/op")
	}
}

// cpuTime is the processor time that this process has taken.
func cpuTime() time.Duration {
	var u syscall.Rusage
	if err := syscall.Getrusage(syscall.RUSAGE_SELF, &u); err != nil {
		return 0
	}
	return time.Duration(u.Utime.Nano() + u.Stime.Nano())
}

// BenchmarkSubmitAtOnce submits from sixteen clients at the same time.
func BenchmarkSubmitAtOnce(b *testing.B) {
	eachDB(b, func(b *testing.B, fresh func(stand.Plan) *world) {
		plan := stand.Plan{Municipalities: 100, Indicators: 30, Published: 1, Open: 20, Approved: true}
		w := fresh(plan)
		var used atomic.Int64
		b.SetParallelism(8) // for each of two processors
		c := w.stopwatch()
		b.ResetTimer()
		b.RunParallel(func(pb *testing.PB) {
			for pb.Next() {
				n := int(used.Add(1)) - 1
				m := w.Municipalities[n%plan.Municipalities]
				w.call(http.MethodPost, "/responses/"+m.Responses[n/plan.Municipalities].String()+"/submissions", m.Person.Cookie, "", "", http.StatusCreated)
			}
		})
		c.report()
	})
}
