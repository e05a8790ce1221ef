package indicators

import (
	"errors"

	"github.com/google/uuid"

	"loftet/models"
	"loftet/orgs"
)

var errPending = errors.ErrUnsupported

func regionView(*models.Tx, orgs.Actor, ViewInput) (View, error) { return View{}, errPending }
func summarise([]float64) Summary                                { return Summary{} }
func recordSubmission(*models.Tx, Submitted) error               { return errPending }
func rescore(*models.Tx, uuid.UUID) error                        { return errPending }
func listRoundTargets(*models.Tx, orgs.Actor, uuid.UUID) ([]RoundTarget, error) {
	return nil, errPending
}
func setRoundTarget(*models.Tx, orgs.Actor, uuid.UUID, string, int, RoundTargetInput) (RoundTarget, error) {
	return RoundTarget{}, errPending
}
func latestStatistics(*models.Tx, []uuid.UUID, []uuid.UUID, int) ([]Figure, error) {
	return nil, errPending
}
