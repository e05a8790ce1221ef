package charts

import (
	"bytes"
	linked "container/list"
	"crypto/sha256"
	"fmt"
	"sync"
)

// keptBytes is how much finished pictures may take up.
const keptBytes = 32 << 20

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
// zero Kept is ready for use, by many at once.
type Kept struct {
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
}

// keyOf is made of every field of the chart: kinds hold values only, no
// pointers, and all of them are written out.
func keyOf(c Chart, form Form, opt Options) (key [sha256.Size]byte) {
	h := sha256.New()
	// A hash takes every write.
	_, _ = fmt.Fprintf(h, "%#v %#v %#v", c, form, opt)
	h.Sum(key[:0])
	return key
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
