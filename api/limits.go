package api

import (
	"net/url"
	"time"

	"github.com/gin-gonic/gin"
	lru "github.com/hashicorp/golang-lru/v2"
	"golang.org/x/time/rate"

	"loftet/internal/fault"
)

// allowance is how many calls may come at once, and how many a second after
// that.
type allowance struct {
	atOnce    int
	perSecond rate.Limit
}

// callClass is a kind of calls that cost more than others, or with which
// everything could be carried off. An account has its own allowance, and all that
// comes from one address shares one: a hall full of people may sit behind it.
// Sign-in, mail and invitations are slowed in package orgs, over all processes.
type callClass struct {
	name                string
	perAccount, address allowance
	// all who have no account and come from one address have what one account has
	costly bool
}

// The classes in force. A page has some twenty pictures; sixty people who open it
// together behind one address are 1200 calls.
var (
	files    = callClass{"files", allowance{600, 10}, allowance{3000, 40}, false}
	openData = callClass{"open data", allowance{600, 10}, allowance{6000, 40}, false}
	searches = callClass{"searches", allowance{120, 2}, allowance{1500, 20}, false}
	prints   = callClass{"prints", allowance{20, 0.2}, allowance{100, 1}, true} // each starts a browser
)

// limitedCalls are the operations that count, with what must be asked for.
var limitedCalls = map[string]struct {
	class callClass
	when  func(query url.Values) bool
}{
	"exportSubmission":                 {files, always},
	"getWorkbook":                      {files, always},
	"readWorkbook":                     {files, always},
	"exportResponse":                   {files, always},
	"getAttachment":                    {files, always},
	"getRoundProgressTable":            {files, always},
	"getRoundEffortsTable":             {files, always},
	"getJudgementsTable":               {files, always},
	"getCatalogueTable":                {files, always},
	"getPersonalData":                  {files, always},
	"exportQuestionnaire":              {files, always},
	"importQuestionnaire":              {files, always},
	"attachFile":                       {files, always},
	"handInFile":                       {files, always},
	"getCasePaperPage":                 {files, printed},
	"getChart":                         {files, func(q url.Values) bool { return q.Has("format") && q.Get("format") != "json" }},
	"createPaper":                      {files, always},
	"renewPaper":                       {files, always},
	"getPaperFile":                     {files, always},
	"getPaperPicture":                  {files, always},
	"getRoundDecisionsTable":           {files, always},
	"getRoundEdition":                  {files, always},
	"getRoundCorrectionsTable":         {files, always},
	"getOpenDataset":                   {openData, always},
	"getOpenSdg":                       {openData, always},
	"listOpenKpis":                     {openData, always},
	"getOpenKpis":                      {openData, always},
	"listOpenMunicipalities":           {openData, always},
	"getOpenMunicipalities":            {openData, always},
	"getOpenDataByMunicipality":        {openData, always},
	"getOpenDataByYear":                {openData, always},
	"getOpenDataByMunicipalityAndYear": {openData, always},
	"getOpenDataOfMunicipality":        {openData, always},
	"listOpenData":                     {openData, always},
	"listOpenDatasets":                 {openData, always},
	"recomputeNumber":                  {searches, always},
	"checkRoundEdition":                {searches, always},
	"listNeeds":                        {searches, func(q url.Values) bool { return q.Get("q") != "" }},
	"searchCPV":                        {searches, always},
}

func always(url.Values) bool { return true }

// printed tells whether a file is asked for as PDF.
func printed(query url.Values) bool { return query.Get("format") == "pdf" }

// maxCallers is how many accounts and addresses are remembered; then those that
// have been away longest are forgotten. Somebody with addresses without end takes
// this much memory and no more: about 5 MB.
const maxCallers = 20_000

// caller is whose calls of a class are counted.
type caller struct{ class, account, address string }

// callers are those who called of late, each with what is left of its allowance.
// They are counted in each process by itself.
type callers struct {
	left *lru.Cache[caller, *rate.Limiter]
}

func newCallers() callers {
	cache, err := lru.New[caller, *rate.Limiter](maxCallers)
	if err != nil {
		panic(err) // the size is positive
	}
	return callers{cache}
}

// of gives what a caller has left.
func (k callers) of(c caller, a allowance) *rate.Limiter {
	if found, ok := k.left.Get(c); ok {
		return found
	}
	fresh := rate.NewLimiter(a.perSecond, a.atOnce)
	if earlier, ok, _ := k.left.PeekOrAdd(c, fresh); ok {
		return earlier
	}
	return fresh
}

// take takes one call from each of the allowances, or from none of them: then it
// gives how long to wait.
func take(now time.Time, left ...*rate.Limiter) time.Duration {
	var wait time.Duration
	taken := make([]*rate.Reservation, 0, len(left))
	for _, l := range left {
		r := l.ReserveN(now, 1)
		taken, wait = append(taken, r), max(wait, r.DelayFrom(now))
	}
	if wait > 0 {
		for _, r := range taken {
			r.CancelAt(now)
		}
	}
	return wait
}

// limit refuses what comes too often. What a caller says of itself counts for
// nothing: the account is that of the session, the address the one that the
// connection has.
func (w *way) limit(c *gin.Context) {
	call, limited := limitedCalls[operationOf(c).id]
	if !limited || !call.when(c.Request.URL.Query()) {
		return
	}
	class := call.class
	if printed(c.Request.URL.Query()) {
		class = prints
	}
	left := []*rate.Limiter{w.callers.of(caller{class: class.name, address: clientAddress(c)}, class.address)}
	switch actor := who(c.Request.Context()); {
	case actor.SignedIn():
		left = append(left, w.callers.of(caller{class: class.name, account: actor.Person.String()}, class.perAccount))
	case class.costly:
		left = append(left, w.callers.of(caller{class: class.name, account: "nobody", address: clientAddress(c)}, class.perAccount))
	}
	if wait := take(w.server.DB.Clock.Now(), left...); wait > 0 {
		seconds := int((wait + time.Second - 1) / time.Second)
		f := fault.New(fault.TooMany, "too-many-calls", "seconds", seconds)
		f.RetryAfter = seconds
		w.problem(c, f)
	}
}
