package models_test

import (
	"slices"
	"sync"
	"testing"
	"testing/synctest"

	"loftet/internal/dbtest"
	"loftet/models"
)

// TestWritersOnSQLiteStandInOneLine: who came first writes first, so that nobody
// waits much longer than the others.
func TestWritersOnSQLiteStandInOneLine(t *testing.T) {
	db := dbtest.SQLite(t)
	synctest.Test(t, func(t *testing.T) {
		var order []int
		var all sync.WaitGroup
		write := func(n int, until <-chan struct{}) {
			all.Go(func() {
				if err := db.Write(t.Context(), func(*models.Tx) error {
					<-until
					order = append(order, n)
					return nil
				}); err != nil {
					t.Error(err)
				}
			})
			synctest.Wait() // it stands in line
		}
		first, now := make(chan struct{}), make(chan struct{})
		close(now)
		want := []int{0}
		write(0, first)
		for n := 1; n < 20; n++ {
			write(n, now)
			want = append(want, n)
		}
		close(first)
		all.Wait()
		if !slices.Equal(order, want) {
			t.Errorf("they wrote in the order %v", order)
		}
	})
}
