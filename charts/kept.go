package charts

import (
	"bytes"
	"cmp"
	"crypto/sha256"
	"runtime"
	"sync"

	"golang.org/x/sync/singleflight"

	"loftet/internal/kept"
)

// keptBytes is how much finished pictures may take up.
const keptBytes = 2 << 20

// turns is how many pictures are drawn at once: as many as there are processors.
// More would not be done sooner, but each takes its memory.
var turns = make(chan struct{}, runtime.GOMAXPROCS(0))

// Kept draws pictures and keeps the latest of them, so that the next reader of
// the same one gets it without drawing. A picture is found by all that it is
// made of, every figure and word, and by nothing else: whoever asks must have
// been given those figures already, and other figures are another picture. The
// zero Kept is ready for use, by many at once; those who ask for the same picture
// at the same time wait for one drawing of it.
type Kept struct {
	underWay singleflight.Group

	once  sync.Once
	most  int // bytes; 0 is keptBytes
	store *kept.Store[[sha256.Size]byte, []byte]
}

// Draw gives a picture, which must not be changed. It fails as Write does.
func (k *Kept) Draw(c Chart, form Form, opt Options) ([]byte, error) {
	key := keyOf(c, form, opt)
	if drawing, ok := k.drawings().Get(key); ok {
		return drawing, nil
	}
	drawing, err, _ := k.underWay.Do(string(key[:]), func() (any, error) {
		if drawing, ok := k.drawings().Get(key); ok { // done between the look and the turn
			return drawing, nil
		}
		turns <- struct{}{}
		defer func() { <-turns }()
		var out bytes.Buffer
		if err := Write(&out, c, form, opt); err != nil {
			return nil, err
		}
		drawing := bytes.Clone(out.Bytes())
		k.drawings().Put(key, drawing, len(drawing))
		return drawing, nil
	})
	if err != nil {
		return nil, err //nolint:wrapcheck // of the chart itself
	}
	return drawing.([]byte), nil //nolint:forcetypeassert // nothing else is made above
}

// drawings is the store, which the first caller makes.
func (k *Kept) drawings() *kept.Store[[sha256.Size]byte, []byte] {
	k.once.Do(func() { k.store = kept.New[[sha256.Size]byte, []byte](cmp.Or(k.most, keptBytes)) })
	return k.store
}
