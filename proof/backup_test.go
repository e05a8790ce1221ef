package proof_test

import (
	"bytes"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"loftet/internal/clock"
	"loftet/models"
	"loftet/proof/stand"
)

// R7: backups are taken while eight clients write as fast as they are answered.
// Each, restored elsewhere, is the service of one moment in between.
func TestR7BackupsWhileEightWrite(t *testing.T) {
	t.Run("sqlite", func(t *testing.T) { backedUp(t, onSQLite(t), onPostgres) })
	t.Run("postgres", func(t *testing.T) { backedUp(t, onPostgres(t), onSQLite) })
}

func backedUp(t *testing.T, database string, elsewhere func(*testing.T) string) {
	writers, all := crew(t, database)
	s, err := stand.Start(t.Context(), stand.Setting{Binary: program(t), Database: database})
	if err != nil {
		t.Fatal(err)
	}
	var clients sync.WaitGroup
	for _, w := range writers {
		clients.Go(func() {
			if err := w.life(t.Context(), s.URL); !errors.Is(err, errGone) {
				t.Errorf("%s: %v", w.name, err)
			}
		})
	}
	var taken []moment
	for i := range 4 {
		enough := all.Load() + 20
		if err := stand.Until(t.Context(), time.Minute, func() bool { return t.Failed() || all.Load() >= enough }); err != nil {
			t.Error(err) // they do not write any more
		}
		m := moment{file: filepath.Join(t.TempDir(), fmt.Sprintf("%d.zip", i)), before: audited(t, database)}
		began := clock.System().Now()
		m.said = tool(t, database, "backup", m.file)
		m.took, m.after = clock.System().Now().Sub(began), audited(t, database)
		taken = append(taken, m)
	}
	if err := s.Kill(); err != nil {
		t.Error(err)
	}
	clients.Wait()
	for i, m := range taken {
		t.Logf("a backup of %d changes took %s, in which %d more were written", len(m.before), m.took, len(m.after)-len(m.before))
		restored := onSQLite(t)
		if i == len(taken)-1 {
			restored = elsewhere(t)
		}
		m.check(t, restored)
	}
}

// moment is a backup with the changes that stood when it was begun and when it was
// whole, oldest first.
type moment struct {
	file, said    string
	took          time.Duration
	before, after []string
}

func (m moment) check(t *testing.T, restored string) {
	t.Helper()
	if said := tool(t, restored, "restore", "--waiting", m.file); content(said) != content(m.said) {
		t.Errorf("backup: %srestored: %s", m.said, said)
	}
	if again := tool(t, restored, "backup", filepath.Join(t.TempDir(), "again.zip")); content(again) != content(m.said) {
		t.Errorf("backup: %sof what was restored: %s", m.said, again)
	}
	wholeRows(t, restored)
	got := audited(t, restored)
	for _, id := range m.before {
		if _, there := slices.BinarySearch(got, id); !there {
			t.Errorf("the change %s was there before the backup and is not in it", id)
		}
	}
	for _, id := range got {
		if _, there := slices.BinarySearch(m.after, id); !there {
			t.Errorf("the change %s is in the backup and came after it", id)
		}
	}
}

// content finds the hash in what a command says.
func content(said string) string {
	_, hash, _ := strings.Cut(said, "content ")
	return strings.Fields(hash + " none")[0]
}

// audited gives the ids of all changes that the audit log has, sorted.
func audited(t *testing.T, database string) (ids []string) {
	t.Helper()
	db, err := models.Open(t.Context(), database, clock.System())
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = db.Close() }() // it was only read
	err = db.Read(t.Context(), func(tx *models.Tx) error {
		return tx.G.Raw("select cast(id as text) from audit_events order by id").Scan(&ids).Error
	})
	if err != nil {
		t.Fatal(err)
	}
	return ids
}

// tool runs a command of the program on a database and gives what it says.
func tool(t *testing.T, database string, args ...string) string {
	t.Helper()
	command := exec.CommandContext(t.Context(), program(t), args...)
	command.Env = append(os.Environ(), "DATABASE_URL="+database, "LOFTET_DATA="+t.TempDir())
	var complaint bytes.Buffer
	command.Stderr = &complaint
	said, err := command.Output()
	if err != nil {
		t.Fatalf("%v: %v, %s", args, err, complaint.String())
	}
	return string(said)
}
