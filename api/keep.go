package api

import (
	"fmt"
	"net/http"
	"strings"

	"github.com/gin-gonic/gin"
	"github.com/google/uuid"
	"golang.org/x/sync/singleflight"

	"loftet/internal/kept"
	"loftet/models"
	"loftet/orgs"
)

// How many bytes of finished answers a process keeps: of pages, and of open data,
// where one file may hold all that is known of a country.
const (
	answersKept  = 4 << 20
	openDataKept = 24 << 20
)

// ofRegion are the operations whose answers are made of one region alone, with
// the parameter that names it. They look at every municipality, and many people
// look at the same.
var ofRegion = map[string]string{"getRegionStatus": "regionId", "getIndicatorStatus": "regionId", "getChart": "region"}

// ofOpenData are those of open data, by the parameter regionId. They are the same
// for everybody.
var ofOpenData = map[string]bool{"getOpenDataset": true, "listOpenDatasets": true, "getOpenSdg": true, "listOpenKpis": true, "getOpenKpis": true,
	"listOpenMunicipalities": true, "getOpenMunicipalities": true, "getOpenDataByMunicipality": true, "getOpenDataByYear": true,
	"getOpenDataByMunicipalityAndYear": true, "getOpenDataOfMunicipality": true}

// keptAnswer is an answer that went well, with the headers of its own.
type keptAnswer struct {
	header http.Header
	body   []byte
	tag    string
}

// ownHeaders are what such an answer says besides its body.
var ownHeaders = []string{"Content-Type", "Content-Disposition", "Link"}

// keptAnswers gives the same answer to the same question without making it again,
// as long as nothing that it was made of has changed. Those who ask at the same
// time wait for one making.
type keptAnswers struct {
	pages    *kept.Store[string, keptAnswer]
	openData *kept.Store[string, keptAnswer]
	underWay singleflight.Group
}

func newKeptAnswers() keptAnswers {
	return keptAnswers{pages: kept.New[string, keptAnswer](answersKept), openData: kept.New[string, keptAnswer](openDataKept)}
}

// store is where the answers of an operation are kept.
func (k *keptAnswers) store(operation string) *kept.Store[string, keptAnswer] {
	if ofOpenData[operation] {
		return k.openData
	}
	return k.pages
}

// keep hands out a kept answer, or keeps the one that is made.
func (w *way) keep(c *gin.Context) {
	key, err := w.questionKey(c)
	if err != nil {
		w.problem(c, err)
		return
	}
	if key == "" {
		return
	}
	answer, ok := w.answers.store(operationOf(c).id).Get(key)
	if !ok {
		var own *heldWriter // of whoever comes first and makes it
		made, _, shared := w.answers.underWay.Do(key, func() (any, error) {
			own = &heldWriter{ResponseWriter: c.Writer, status: http.StatusOK}
			return w.make(c, key, own), nil
		})
		if own != nil {
			own.release() // here, so that nobody waits for a reader who is slow
			return
		}
		if answer, ok = made.(keptAnswer); !ok || !shared || answer.body == nil {
			return // the first one failed; this one tries by itself
		}
	}
	c.Abort()
	for name, values := range answer.header {
		c.Writer.Header()[name] = values
	}
	if held, ok := c.Writer.(*heldWriter); ok {
		held.adopt(answer)
		return
	}
	c.Status(http.StatusOK)
	_, _ = c.Writer.Write(answer.body) // a reader who has gone away needs none
}

// make lets the rest of the way answer into held and keeps what it says, if it
// went well.
func (w *way) make(c *gin.Context, key string, held *heldWriter) keptAnswer {
	held.run(c)
	answer := keptAnswer{header: http.Header{}}
	if held.status == http.StatusOK {
		for _, name := range ownHeaders {
			if values := c.Writer.Header().Values(name); len(values) > 0 {
				answer.header[name] = append([]string{}, values...)
			}
		}
		answer.body = append([]byte{}, held.body.Bytes()...)
		answer.tag = tagOf(c.GetString(keyLanguage), answer.body)
		w.answers.store(operationOf(c).id).Put(key, answer, len(answer.body)+len(key))
	}
	return answer
}

// questionKey names a question by all that its answer depends on: what is asked,
// who asks, the day, and the state of the region; empty where answers are not
// kept. What the contract does not know is no part of it: else somebody could fill
// the store with one answer under many names. A table that somebody takes away is made each time, and logged.
func (w *way) questionKey(c *gin.Context) (string, error) {
	op, query := operationOf(c), c.Request.URL.Query()
	parameter, ok := ofRegion[op.id]
	if ofOpenData[op.id] {
		parameter, ok = "regionId", true
	}
	if !ok || query.Get("format") == "csv" {
		return "", nil
	}
	name := c.Param(parameter)
	if name == "" {
		name = query.Get(parameter)
	}
	region, err := uuid.Parse(name)
	if err != nil {
		return "", nil //nolint:nilerr // the handler says what is wrong with it
	}
	ctx := c.Request.Context()
	mark, err := w.server.Indicators.Mark(ctx, region)
	if err != nil {
		return "", err
	}
	a := who(ctx)
	if ofOpenData[op.id] {
		a = orgs.Actor{Language: a.Language}
	}
	return strings.Join([]string{
		op.id, c.Request.URL.Path, op.checker.declared(query).Encode(), a.Language, string(a.Scope), a.Org.String(), fmt.Sprint(a.Roles),
		string(models.DateOf(w.server.DB.Clock.Now())), mark,
	}, "\n"), nil
}
