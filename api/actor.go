package api

import (
	"context"
	"fmt"
	"strconv"
	"strings"

	"github.com/gin-gonic/gin"
	"golang.org/x/text/language"

	"loftet/internal/fault"
	"loftet/orgs"
)

// what the session holds.
const (
	sessionPerson       = "person"
	sessionOrganisation = "organisation"
	sessionSeen         = "seen"
	sessionAssignment   = "assignment" // of the session of a mailed link
)

type actorKey struct{}

func setActor(c *gin.Context, a orgs.Actor) {
	c.Request = c.Request.WithContext(context.WithValue(c.Request.Context(), actorKey{}, a))
}

// who gives the actor of a request, with its scope for the operation.
func who(ctx context.Context) orgs.Actor {
	a, _ := ctx.Value(actorKey{}).(orgs.Actor)
	return a
}

var languages = language.NewMatcher([]language.Tag{
	language.MustParse("nb"), language.MustParse("nn"), language.English,
})

// languageOf picks nb, nn or en from an Accept-Language header; nb when none
// fits.
func languageOf(header string) string {
	if strings.HasPrefix(header, "no") {
		return "nb"
	}
	_, index := language.MatchStrings(languages, header)
	return []string{"nb", "nn", "en"}[index]
}

// etag writes a record's version as an ETag.
func etag(version int) string { return fmt.Sprintf("%q", strconv.Itoa(version)) }

// ifMatch reads the version out of If-Match: "3", or "\"3\"" as ETag gives it.
func ifMatch(header string) (int, error) {
	version, err := strconv.Atoi(strings.Trim(strings.TrimPrefix(header, "W/"), `"`))
	if err != nil || version < 0 {
		return 0, fault.InvalidFields(fault.OnField("If-Match", "version"))
	}
	return version, nil
}
