package main

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

func TestImportCPV(t *testing.T) {
	data := t.TempDir()
	file := filepath.Join(data, "cpv.csv")
	write := func(text string) {
		if err := os.WriteFile(file, []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	write("code,check,nb,sv\n44161200,8,Hovedvannledninger,Vattenledningar\n44000000,0,Konstruksjoner,\n")
	for range 2 {
		if code, stdout, stderr := command(t, data, "", "import", "cpv", file); code != 0 || stdout != "codes: 2\n" || stderr != "" {
			t.Fatalf("code %d\n%s%s", code, stdout, stderr)
		}
	}
	write("code,check,nb\n4416120,8,a\n44000000,0,\n")
	code, _, stderr := command(t, data, "", "import", "cpv", file)
	if code != 1 || !strings.Contains(stderr, `cpv.csv:2: "4416120" is no CPV code`) || !strings.Contains(stderr, "cpv.csv:3: the code 44000000 has no label") {
		t.Errorf("code %d\n%s", code, stderr)
	}
}
