package api_test

import (
	"encoding/json"
	"strings"
)

// explanations are the kinds of refusals that were looked at, by problem and
// fault of a field.
type explanations map[string]bool

// refusal is what a problem document tells a person.
type refusal struct {
	Code, Title, Detail string
	Fields              []struct{ Path, Code, Message string }
}

// of reads a refusal, and the first time one of its kind comes reads it in all
// languages: each has texts of its own, without gaps that were left open.
func (e explanations) of(w *matrixWorld, s spoilt, body string) {
	w.t.Helper()
	nb := w.refusal(s, body)
	kinds, unseen := []string{nb.Code}, false
	for _, f := range nb.Fields {
		kinds = append(kinds, nb.Code+" "+f.Code)
	}
	for _, kind := range kinds {
		unseen = unseen || !e[kind]
		e[kind] = true
	}
	if !unseen {
		return
	}
	in := func(language string) refusal {
		_, body := w.call(s.with("Accept-Language", language))
		return w.refusal(s, body)
	}
	nn, en := in("nn"), in("en")
	differ := func(what, nb, nn, en string) {
		w.t.Helper()
		if nb == en || nn == en || nb == "" || nn == "" || en == "" || strings.ContainsAny(nb+nn+en, "{}") {
			w.t.Errorf("%s, %s of %s: %q, %q, %q", s.what, what, kinds, nb, nn, en)
		}
	}
	differ("title", nb.Title, nn.Title, en.Title)
	differ("detail", nb.Detail, nn.Detail, en.Detail)
	for i := range min(len(nb.Fields), len(nn.Fields), len(en.Fields)) {
		if nb.Fields[i].Code == en.Fields[i].Code && nb.Fields[i].Code == nn.Fields[i].Code {
			differ(nb.Fields[i].Path, nb.Fields[i].Message, nn.Fields[i].Message, en.Fields[i].Message)
		}
	}
}

func (w *matrixWorld) refusal(s spoilt, body string) refusal {
	w.t.Helper()
	var r refusal
	if err := json.Unmarshal([]byte(body), &r); err != nil {
		w.t.Errorf("%s: %v", s.what, err)
	}
	return r
}
