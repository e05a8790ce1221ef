package main

import (
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
)

func TestWhatPgbenchLogged(t *testing.T) {
	path := filepath.Join(t.TempDir(), "log")
	write := func(text string) {
		if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	write("0 1 2500 0 1700000000 3500\n3 2 40 0 1700000001 4000\n1 1 100 0 1700000000 900000\n")
	got, err := readLog(path)
	want := []time.Duration{2500 * time.Microsecond, 40 * time.Microsecond, 100 * time.Microsecond}
	if diff := cmp.Diff(want, got.times); err != nil || diff != "" || got.took != 1003*time.Millisecond {
		t.Error(err, got.took, diff)
	}
	for _, broken := range []string{"", "0 1\n", "0 1 skipped 0\n"} {
		write(broken)
		if _, err := readLog(path); err == nil {
			t.Errorf("%q was read", broken)
		}
	}
}

func TestAProcessIsSeen(t *testing.T) {
	peak, now, err := self().memory()
	if err != nil || now < 1<<20 || peak < now {
		t.Errorf("%d and %d bytes, %v", peak, now, err)
	}
	if used, err := self().cpu(); err != nil || used < 0 {
		t.Error(used, err)
	}
	if _, err := process(-1).cpu(); err == nil {
		t.Error("a process that is not there has a time")
	}
	if _, _, err := process(-1).memory(); err == nil {
		t.Error("a process that is not there has memory")
	}
}

func TestFlags(t *testing.T) {
	var said strings.Builder
	for _, wrong := range [][]string{{"-only", "("}, {"-only", "sqlite/save"}, {"-such"}} {
		if code := run(t.Context(), wrong, &said, &said); code != 2 || said.Len() == 0 {
			t.Errorf("%v ends with %d: %s", wrong, code, said.String())
		}
		said.Reset()
	}
	set, err := readFlags([]string{"-seconds", "0.5", "-only", "view|x"}, &said)
	if err != nil || set.within != 500*time.Millisecond || !set.only.MatchString("axe") {
		t.Errorf("%+v %v", set, err)
	}
}

func TestTheTableGoesIntoADocument(t *testing.T) {
	path := filepath.Join(t.TempDir(), "doc.md")
	write := func(text string) {
		if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	write("before\n" + tableBegins + "\nold\n" + tableEnds + "\nafter\n")
	for _, table := range []string{"first\n", "second\n"} {
		if err := writeInto(path, table); err != nil {
			t.Fatal(err)
		}
	}
	text, err := os.ReadFile(path)
	want := "before\n" + tableBegins + "\n\nsecond\n\n" + tableEnds + "\nafter\n"
	if diff := cmp.Diff(want, string(text)); err != nil || diff != "" {
		t.Error(err, diff)
	}
	for _, without := range []string{"", tableBegins, tableEnds} {
		write(without)
		if err := writeInto(path, "table"); err == nil {
			t.Errorf("%q took a table", without)
		}
	}
}

func TestRowsForMachines(t *testing.T) {
	path := filepath.Join(t.TempDir(), "rows.json")
	rows := []Row{judge(Row{What: whatRead, Clients: 16, P50: time.Second}.per(peerEcho, Row{PerSecond: 1}))}
	if err := writeJSON(path, rows); err != nil {
		t.Fatal(err)
	}
	text, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	var got []Row
	if err := json.Unmarshal(text, &got); err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(rows, got); diff != "" {
		t.Error(diff)
	}
}
