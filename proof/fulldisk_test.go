package proof_test

import (
	"errors"
	"net/http"
	"os"
	"path/filepath"
	"syscall"
	"testing"

	"loftet/proof/stand"
)

// TestR4TheDiskIsFull fills the disk of an embedded database while people read
// and write. Reading goes on, writing is refused in words, and when there is room
// again it goes on by itself, with nothing lost.
func TestR4TheDiskIsFull(t *testing.T) {
	t.Parallel()
	folder := smallDisk(t, "size=24m")
	address := "sqlite:" + folder + "/loftet.db"
	country, err := stand.Fill(t.Context(), address, stand.Plan{
		Municipalities: 3 * clients, Indicators: 6, Published: 1, Open: 1, Approved: true, Blank: 1,
	})
	if err != nil {
		t.Fatal(err)
	}
	s, err := stand.Start(t.Context(), stand.Setting{Binary: program(t), Database: address})
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = s.Kill() }() // it has ended when all goes well
	crowd := newLoad(newJudge(s.URL), country)
	crowd.readsGoOn.Store(true)
	work := func(what string, more int) {
		t.Helper()
		crowd.due.Add(1)
		done := crowd.counted(http.StatusOK) + more
		err := stand.Until(t.Context(), 3*backWithin, func() bool { return crowd.pending() == 0 && crowd.counted(http.StatusOK) > done })
		if err != nil {
			t.Errorf("%s: the crowd does not get on: %v", what, err)
		}
		crowd.report(t, what)
	}
	crowd.begin(t.Context())
	work("before", 0)

	ballast := filepath.Join(folder, "ballast")
	if err := fill(ballast); err != nil {
		t.Fatal(err)
	}
	crowd.due.Add(1)
	if err := stand.Until(t.Context(), 3*backWithin, func() bool { return crowd.counted(http.StatusServiceUnavailable) > 5*clients }); err != nil {
		t.Fatalf("nothing is refused: %v", err)
	}
	read := crowd.counted(http.StatusOK) + clients
	if err := stand.Until(t.Context(), 3*backWithin, func() bool { return crowd.counted(http.StatusOK) > read }); err != nil {
		t.Errorf("nothing is read: %v", err)
	}
	crowd.report(t, "full")

	if err := os.Remove(ballast); err != nil {
		t.Fatal(err)
	}
	work("after", 5*clients)
	crowd.end()
	if code, err := s.Stop(); err != nil || code != 0 {
		t.Errorf("it ended with %d, %v", code, err)
	}
	crowd.checkBooks(t, address)
	var sound string
	if err := openBooks(t, address).QueryRowContext(t.Context(), "pragma integrity_check").Scan(&sound); err != nil || sound != "ok" {
		t.Errorf("the database is %q, %v", sound, err)
	}
	if t.Failed() {
		t.Logf("the service said:\n%s", told(s.Log()))
	}
}

// smallDisk gives the folder of a disk of its own, which takes a right to mount.
func smallDisk(t *testing.T, size string) string {
	t.Helper()
	folder := t.TempDir()
	err := syscall.Mount("tmpfs", folder, "tmpfs", 0, size)
	if errors.Is(err, syscall.EPERM) { // in CI too: nothing can be installed that would mend it
		t.Skip("the kernel permits no mount here (it takes CAP_SYS_ADMIN), so that no small disk can be filled: " + err.Error())
	}
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := syscall.Unmount(folder, syscall.MNT_DETACH); err != nil {
			t.Error(err)
		}
	})
	return folder
}

// fill takes all the room there is.
func fill(path string) error {
	file, err := os.Create(path)
	if err != nil {
		return err
	}
	for size := 1 << 20; err == nil && size > 0; {
		if _, err = file.Write(make([]byte, size)); errors.Is(err, syscall.ENOSPC) {
			size, err = size/2, nil
		}
	}
	return errors.Join(err, file.Close())
}
