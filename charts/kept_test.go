package charts

import (
	"bytes"
	"fmt"
	"reflect"
	"runtime"
	"sync"
	"sync/atomic"
	"testing"
	"time"

	"pgregory.net/rapid"
)

// Whatever was drawn before, a picture is the one that its figures make.
func TestKeptGivesWhatWouldBeDrawn(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		kept := &Kept{most: 50_000}
		for range 6 {
			c := anyChart(t)
			for range 2 {
				opt := Options{Theme: rapid.SampledFrom([]Theme{Light, Dark}).Draw(t, "theme"), Width: rapid.SampledFrom([]int{0, 400}).Draw(t, "width")}
				var fresh bytes.Buffer
				if err := Write(&fresh, c, SVG, opt); err != nil {
					t.Fatal(err)
				}
				if got, err := kept.Draw(c, SVG, opt); err != nil || !bytes.Equal(got, fresh.Bytes()) {
					t.Fatalf("kept another picture, %v", err)
				}
			}
			if size := kept.drawings().Size(); size > kept.most {
				t.Fatalf("keeps %d bytes", size)
			}
		}
	})
}

// Every single field decides which picture is found.
func TestKeptTellsEveryDifference(t *testing.T) {
	seen := map[[32]byte]string{}
	add := func(what string, c Chart, form Form, opt Options) {
		key := keyOf(c, form, opt)
		if other, ok := seen[key]; ok {
			t.Errorf("%s is taken for %s", what, other)
		}
		seen[key] = what
	}
	for name, c := range allExamples() {
		add(name, c, SVG, Options{})
		add(name+" png", c, PNG, Options{})
		add(name+" dark", c, SVG, Options{Theme: Dark})
		add(name+" wide", c, SVG, Options{Width: 900})
		add(name+" pattern", c, SVG, Options{Pattern: true})
		eachField(reflect.ValueOf(c), func(path string, changed any) {
			add(name+path, changed.(Chart), SVG, Options{})
		})
	}
	for name, v := range map[string]Value{"a": has(1, Near), "number": has(2, Near), "band": has(1, Far), "state": none(NoData), "none": {}} {
		add("a cell with another "+name, HeatTable{Rows: []HeatRow{{"r", []Value{v}}}}, SVG, Options{})
		add("a bar with another "+name, Bars{Bars: []Bar{{"r", 0, v}}}, SVG, Options{})
	}
	if len(seen) < 200 {
		t.Errorf("only %d looked at", len(seen))
	}
}

// eachField gives copies of a chart in which one field is another.
func eachField(c reflect.Value, visit func(path string, changed any)) {
	for _, f := range reflect.VisibleFields(c.Type()) {
		changed := reflect.New(c.Type()).Elem()
		changed.Set(c)
		switch v := changed.FieldByIndex(f.Index); v.Kind() {
		case reflect.String:
			v.SetString(v.String() + "x")
		case reflect.Int:
			v.SetInt(v.Int() + 1)
		case reflect.Float64:
			v.SetFloat(v.Float() + 1e-9)
		case reflect.Bool:
			v.SetBool(!v.Bool())
		case reflect.Slice:
			v.Set(reflect.Append(v, reflect.Zero(v.Type().Elem())))
		case reflect.Struct:
			date, ok := v.Interface().(time.Time)
			if !ok {
				continue // Text, whose fields come by themselves
			}
			v.Set(reflect.ValueOf(date.AddDate(0, 0, 1)))
		default:
			panic(fmt.Sprintf("%s is a %s, which a key does not hold", f.Name, v.Kind()))
		}
		visit("."+f.Name, changed.Interface())
	}
}

// drawnBy counts how often it is drawn; each drawing waits until all have asked.
type drawnBy struct {
	Bars
	Asked int // tells one picture from another
}

var (
	asked chan struct{}
	drawn atomic.Int32
)

func (d drawnBy) draw(s *sheet) {
	drawn.Add(1)
	<-asked
	d.Bars.draw(s)
}

// Many who ask at once for one picture wait for one drawing, and however many
// different ones are asked for, no more are drawn at once than there are turns.
func TestKeptDrawsOnceForAllAndFewAtOnce(t *testing.T) {
	const readers = 32
	for name, c := range map[string]struct {
		chart func(i int) Chart
		most  int32
	}{
		"one picture":   {func(int) Chart { return drawnBy{Bars: bars()} }, 1},
		"many pictures": {func(i int) Chart { return drawnBy{Bars: bars(), Asked: i} }, int32(cap(turns))},
	} {
		var kept Kept
		var all sync.WaitGroup
		asked = make(chan struct{})
		drawn.Store(0)
		for i := range readers {
			all.Go(func() {
				if _, err := kept.Draw(c.chart(i), SVG, Options{}); err != nil {
					t.Error(err)
				}
			})
		}
		for drawn.Load() < c.most {
			runtime.Gosched()
		}
		for range 1000 { // what is going to begin too early does so now
			runtime.Gosched()
		}
		if n := drawn.Load(); n > c.most {
			t.Errorf("%s: %d drawn at once, want %d", name, n, c.most)
		}
		close(asked)
		all.Wait()
		if n := drawn.Load(); c.most == 1 && n != 1 {
			t.Errorf("%s: drawn %d times", name, n)
		}
	}
}

func TestKeptDrawsOnce(t *testing.T) {
	var kept Kept
	first, err := kept.Draw(bars(), PNG, Options{})
	if err != nil {
		t.Fatal(err)
	}
	var all sync.WaitGroup
	for range 4 {
		all.Go(func() {
			if again, err := kept.Draw(bars(), PNG, Options{}); err != nil || &again[0] != &first[0] {
				t.Errorf("drawn again, %v", err)
			}
		})
	}
	all.Wait()
	if _, err := kept.Draw(Bars{Text: Text{N: -1}}, SVG, Options{}); err == nil || kept.drawings().Size() != len(first) {
		t.Errorf("%d bytes kept, %v", kept.drawings().Size(), err)
	}
}

func BenchmarkKept(b *testing.B) {
	for name, c := range map[string]Chart{"bars": bars(), "country": heat(400, 17)} {
		b.Run(name, func(b *testing.B) {
			var kept Kept
			for b.Loop() {
				if _, err := kept.Draw(c, PNG, Options{}); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}
