package orgs

import "loftet/models"

// validOn tells whether a day lies in the half-open interval from..to; an
// empty end is open.
func validOn(from, to, day models.Date) bool {
	return from <= day && (to == "" || to > day)
}
