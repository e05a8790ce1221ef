package surveys

import (
	"sync"
	"time"
	_ "time/tzdata" // so that the place is known wherever the program runs
)

// clockForm is how expressions are told the time.
const clockForm = "2006-01-02T15:04:05"

// norway is where the clocks hang that questionnaires mean by today and now.
var norway = sync.OnceValue(func() *time.Location {
	place, err := time.LoadLocation("Europe/Oslo")
	if err != nil {
		return time.UTC
	}
	return place
})

func wallTime(now time.Time) time.Time { return now.In(norway()) }
