package indicators

import (
	"sync"
	"sync/atomic"
	"time"

	"github.com/google/uuid"

	"loftet/models"
)

// Statistics are all figures of open statistics, as they were at one import.
// They change rarely and are read by every view, so that a process keeps them.
type Statistics struct {
	imports int64                                // of which they are the result
	figures map[uuid.UUID]map[uuid.UUID][]Figure // by indicator and organisation, the earliest year first
}

// statisticsCache keeps the statistics of the last reading.
type statisticsCache struct {
	held    atomic.Pointer[Statistics]
	reading sync.Mutex
}

func (c *statisticsCache) after(imports int64) *Statistics {
	if held := c.held.Load(); held != nil && held.imports == imports {
		return held
	}
	return nil
}

// Statistics gives all figures. An import leaves an audit row in its own
// transaction; the number of these tells whether those at hand are the newest,
// also when another process has imported.
func (s *Service) Statistics(tx *models.Tx) (*Statistics, error) {
	imports, err := countImports(tx)
	if err != nil {
		return nil, err
	}
	return s.StatisticsAfter(tx, imports)
}

// StatisticsAfter is Statistics for who has asked how many imports there were.
func (s *Service) StatisticsAfter(tx *models.Tx, imports int64) (*Statistics, error) {
	if held := s.cache.after(imports); held != nil {
		return held, nil
	}
	// One reads for all who ask meanwhile. A transaction does not wait: it has a
	// connection, and the one who reads may need just that.
	if !s.cache.reading.TryLock() {
		if tx.SQLTx() != nil {
			return s.readStatistics(tx, imports)
		}
		s.cache.reading.Lock()
	}
	defer s.cache.reading.Unlock()
	if held := s.cache.after(imports); held != nil {
		return held, nil
	}
	read, err := s.readStatistics(tx, imports)
	if err == nil {
		s.cache.held.Store(read)
	}
	return read, err
}

func (s *Service) readStatistics(tx *models.Tx, imports int64) (*Statistics, error) {
	rows, err := allStatistics(tx)
	return s.arrange(tx, rows, imports, err)
}

// statisticsUntil reads the figures that had come in at a time. One that its owner has
// corrected since is as it is now.
func (s *Service) statisticsUntil(tx *models.Tx, at time.Time) (*Statistics, error) {
	rows, err := statisticsUntil(tx, at)
	return s.arrange(tx, rows, 0, err)
}

func (s *Service) arrange(tx *models.Tx, rows []Figure, imports int64, err error) (*Statistics, error) {
	if err != nil {
		return nil, err
	}
	read := &Statistics{imports: imports, figures: map[uuid.UUID]map[uuid.UUID][]Figure{}}
	for _, f := range rows {
		of := read.figures[f.IndicatorID]
		if of == nil {
			of = map[uuid.UUID][]Figure{}
			read.figures[f.IndicatorID] = of
		}
		of[f.OrganisationID] = append(of[f.OrganisationID], f)
	}
	return read, s.deriveStatistics(tx, read)
}

// Latest gives the newest figure of an organisation and indicator up to and
// including a year; false when there is none. Where the newest has no value, its
// state says why; an older value is not taken instead.
func (s *Statistics) Latest(organisation, indicator uuid.UUID, upToYear int) (Figure, bool) {
	return latest(s.figures[indicator][organisation], upToYear)
}

// latest gives the newest figure up to a year of those that come by year.
func latest(figures []Figure, upToYear int) (Figure, bool) {
	for i := len(figures) - 1; i >= 0; i-- {
		if figures[i].Year <= upToYear {
			return figures[i], true
		}
	}
	return Figure{}, false
}

// years gives the years in which any of the organisations has a figure for any
// of the indicators, the newest first.
func (s *Statistics) years(organisations, indicatorIDs []uuid.UUID) []int {
	var seen [lastYear - firstYear + 1]bool
	for _, indicator := range indicatorIDs {
		of := s.figures[indicator]
		for _, organisation := range organisations {
			for _, f := range of[organisation] {
				if f.Year >= firstYear && f.Year <= lastYear {
					seen[f.Year-firstYear] = true
				}
			}
		}
	}
	var years []int
	for i := len(seen) - 1; i >= 0; i-- {
		if seen[i] {
			years = append(years, firstYear+i)
		}
	}
	return years
}

// The years that a figure can be of.
const (
	firstYear = 1900
	lastYear  = 2100
)
