package indicators

import (
	"errors"

	"github.com/google/uuid"

	"loftet/models"
	"loftet/orgs"
)

var errPending = errors.ErrUnsupported

func latestStatistics(*models.Tx, []uuid.UUID, []uuid.UUID, int) ([]Figure, error) {
	return nil, errPending
}
func recordSubmission(*models.Tx, Submitted) error               { return errPending }
func rescore(*models.Tx, uuid.UUID) error                        { return errPending }
func regionView(*models.Tx, orgs.Actor, ViewInput) (View, error) { return View{}, errPending }
func summarise([]float64) Summary                                { return Summary{} }
func syncCore(*models.Tx, orgs.Actor) error                      { return errPending }
func createCatalogue(*models.Tx, orgs.Actor, CatalogueInput) (models.Catalogue, error) {
	return models.Catalogue{}, errPending
}
func coreCatalogueID(*models.Tx) (uuid.UUID, error)                    { return uuid.Nil, errPending }
func indicatorsOf(*models.Tx, uuid.UUID) ([]Indicator, error)          { return nil, errPending }
func indicatorsByVersion(*models.Tx, []uuid.UUID) ([]Indicator, error) { return nil, errPending }
func listRoundTargets(*models.Tx, orgs.Actor, uuid.UUID) ([]RoundTarget, error) {
	return nil, errPending
}
func setRoundTarget(*models.Tx, orgs.Actor, uuid.UUID, string, int, RoundTargetInput) (RoundTarget, error) {
	return RoundTarget{}, errPending
}
