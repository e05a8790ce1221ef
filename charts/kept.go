package charts

import (
	"bytes"
	linked "container/list"
	"crypto/sha256"
	"runtime"
	"sync"

	"golang.org/x/sync/singleflight"
)

// keptBytes is how much finished pictures may take up.
const keptBytes = 12 << 20

// turns is how many pictures are drawn at once: as many as there are processors.
// More would not be done sooner, but each takes its memory.
var turns = make(chan struct{}, runtime.GOMAXPROCS(0))

// Form is the form of a picture as a file.
type Form string

// The forms.
const (
	SVG Form = "svg"
	PNG Form = "png"
)

// Kept draws pictures and keeps the latest of them, so that the next reader of
// the same one gets it without drawing. A picture is found by all that it is
// made of, every figure and word, and by nothing else: whoever asks must have
// been given those figures already, and other figures are another picture. The
// zero Kept is ready for use, by many at once; those who ask for the same picture
// at the same time wait for one drawing of it.
type Kept struct {
	underWay singleflight.Group

	mu     sync.Mutex
	most   int // bytes; 0 is keptBytes
	size   int
	order  linked.List // of *picked, the latest used first
	places map[[sha256.Size]byte]*linked.Element
}

type picked struct {
	key     [sha256.Size]byte
	drawing []byte
}

// Draw gives a picture, which must not be changed. It fails as SVG and PNG of
// the chart do.
func (k *Kept) Draw(c Chart, form Form, opt Options) ([]byte, error) {
	key := keyOf(c, form, opt)
	if drawing, ok := k.get(key); ok {
		return drawing, nil
	}
	drawing, err, _ := k.underWay.Do(string(key[:]), func() (any, error) {
		if drawing, ok := k.get(key); ok { // done between the look and the turn
			return drawing, nil
		}
		turns <- struct{}{}
		defer func() { <-turns }()
		var out bytes.Buffer
		draw := c.SVG
		if form == PNG {
			draw = c.PNG
		}
		if err := draw(&out, opt); err != nil {
			return nil, err
		}
		drawing := bytes.Clone(out.Bytes())
		k.put(key, drawing)
		return drawing, nil
	})
	if err != nil {
		return nil, err //nolint:wrapcheck // of the chart itself
	}
	return drawing.([]byte), nil //nolint:forcetypeassert // nothing else is made above
}

func (k *Kept) get(key [sha256.Size]byte) ([]byte, bool) {
	k.mu.Lock()
	defer k.mu.Unlock()
	e, ok := k.places[key]
	if !ok {
		return nil, false
	}
	k.order.MoveToFront(e)
	return e.Value.(*picked).drawing, true //nolint:forcetypeassert // nothing else is put in
}

func (k *Kept) put(key [sha256.Size]byte, drawing []byte) {
	k.mu.Lock()
	defer k.mu.Unlock()
	if k.most == 0 {
		k.most = keptBytes
	}
	if _, there := k.places[key]; there || len(drawing) > k.most {
		return
	}
	if k.places == nil {
		k.places = map[[sha256.Size]byte]*linked.Element{}
	}
	k.places[key] = k.order.PushFront(&picked{key, drawing})
	k.size += len(drawing)
	for k.size > k.most {
		oldest := k.order.Remove(k.order.Back()).(*picked) //nolint:forcetypeassert // nothing else is put in
		delete(k.places, oldest.key)
		k.size -= len(oldest.drawing)
	}
}
