package indicators

// StoreVersion lets tests write a later version of a catalogue.
var StoreVersion = (*Service).storeVersion

// ReadingStatistics makes it look as if somebody read the statistics, until the
// function that it gives is called.
func ReadingStatistics(s *Service) func() {
	s.cache.reading.Lock()
	return s.cache.reading.Unlock
}

// Rescore makes the scores of a round again.
var Rescore = (*Service).rescore
