package charts

import (
	"bytes"
	"flag"
	"image/png"
	"os"
	"path/filepath"
	"testing"

	"github.com/google/go-cmp/cmp"
)

var update = flag.Bool("update", false, "rewrite the golden files")

// pictures, when set, is a folder that gets a PNG of every example to look at.
var pictures = flag.String("pictures", "", "folder for PNG files of every example")

var variants = map[string]Options{
	"":        {},
	"-dark":   {Theme: Dark, Pattern: true},
	"-narrow": {Width: 320, Pattern: true},
	"-slide":  {Slide: true, Pattern: true},
}

func TestGoldenSVG(t *testing.T) {
	for name, c := range allExamples() {
		for suffix, opt := range variants {
			t.Run(name+suffix, func(t *testing.T) {
				var got bytes.Buffer
				if err := Write(&got, c, SVG, opt); err != nil {
					t.Fatal(err)
				}
				golden(t, name+suffix+".svg", got.Bytes())
			})
		}
	}
}

func TestGoldenWords(t *testing.T) {
	for name, c := range allExamples() {
		t.Run(name, func(t *testing.T) {
			got := bytes.NewBufferString(c.Summary() + "\n\n")
			if err := Write(got, c, CSV, Options{}); err != nil {
				t.Fatal(err)
			}
			golden(t, name+".txt", got.Bytes())
		})
	}
}

func golden(t *testing.T, name string, got []byte) {
	t.Helper()
	path := filepath.Join("testdata", name)
	if *update {
		if err := os.WriteFile(path, got, 0o600); err != nil {
			t.Fatal(err)
		}
		return
	}
	want, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(string(want), string(got)); diff != "" {
		t.Errorf("%s differs (-want +got), look at it and run with -update:\n%s", name, diff)
	}
}

// keepPicture puts a PNG into the folder of pictures, where there is one.
func keepPicture(t *testing.T, name string, body []byte) {
	t.Helper()
	if *pictures == "" {
		return
	}
	if err := os.WriteFile(filepath.Join(*pictures, name+".png"), body, 0o600); err != nil {
		t.Fatal(err)
	}
}

func TestPNG(t *testing.T) {
	for name, c := range allExamples() {
		for suffix, opt := range variants {
			t.Run(name+suffix, func(t *testing.T) {
				var out bytes.Buffer
				if err := Write(&out, c, PNG, opt); err != nil {
					t.Fatal(err)
				}
				keepPicture(t, name+suffix, out.Bytes())
				img, err := png.Decode(&out)
				if err != nil {
					t.Fatal(err)
				}
				want := paletteOf(opt.Theme).surface
				if r, g, b, _ := img.At(1, 1).RGBA(); uint8(r>>8) != want.R || uint8(g>>8) != want.G || uint8(b>>8) != want.B {
					t.Errorf("background is not the theme's")
				}
				if w := img.Bounds().Dx(); w < fineScale*max(opt.Width, MinWidth) {
					t.Errorf("width %d", w)
				}
			})
		}
	}
}
