package frontend

import (
	"io/fs"
	"testing"
)

func TestBuiltAgreesWithAssets(t *testing.T) {
	_, err := fs.ReadFile(Assets(), "index.html")
	if got, want := Built(), err == nil; got != want {
		t.Fatalf("Built() = %v, but reading index.html says %v (%v)", got, want, err)
	}
}

func TestAssetsHoldTheKeepFile(t *testing.T) {
	if _, err := fs.Stat(Assets(), ".keep"); err != nil {
		t.Fatalf("dist/.keep lets the module compile without Node: %v", err)
	}
}
