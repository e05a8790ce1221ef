package indicators

import (
	"context"
	"strings"

	"github.com/google/uuid"

	"loftet/indicators/scoring"
	"loftet/internal/fault"
	"loftet/models"
	"loftet/orgs"
)

// RoundTarget is an indicator of a round with what the region has set for it.
type RoundTarget struct {
	Indicator      Indicator
	Settable       bool // the catalogue lacks lower or optimum
	Set            bool
	Lower, Optimum *float64
	Green, Red     *float64
	Reason         models.Text
	Version        int // 0 where nothing is set
}

// RoundTargetInput is what a region sets. Green and Red come together or not at
// all. With direction middle all four are distances from the middle.
type RoundTargetInput struct {
	Lower, Optimum float64
	Green, Red     *float64
	Reason         models.Text
}

// ListRoundTargets gives the indicators of a round with their targets, in order.
func (s *Service) ListRoundTargets(ctx context.Context, a orgs.Actor, roundID uuid.UUID) ([]RoundTarget, error) {
	var list []RoundTarget
	err := s.db.Read(ctx, func(tx *models.Tx) error {
		round, _, err := findRound(tx, a, roundID)
		if err != nil {
			return err
		}
		asked, err := s.Asked(tx, round.QuestionnaireVersionID)
		if err != nil {
			return err
		}
		set, err := targetsOf(tx, roundID)
		if err != nil {
			return err
		}
		for _, in := range asked {
			list = append(list, roundTarget(in, set[in.ID]))
		}
		return nil
	})
	return list, err
}

// SetRoundTarget sets or changes the target of an indicator that the catalogue
// has no bounds for, and makes the round's scores again. ifVersion is 0 for a
// new one. In a closed round the candidate needs follow the scores. Refused once
// the round is frozen.
func (s *Service) SetRoundTarget(ctx context.Context, a orgs.Actor, roundID uuid.UUID, code string, ifVersion int, in RoundTargetInput) (RoundTarget, error) {
	var set RoundTarget
	err := s.db.Write(ctx, func(tx *models.Tx) error {
		_, reader, err := findRound(tx, a, roundID)
		switch {
		case err != nil:
			return err
		case !reader.all:
			return fault.Missing()
		}
		round, err := holdRound(tx, roundID)
		switch {
		case err != nil:
			return err
		case round.State == "frozen" || round.State == "published" || round.State == "archived":
			return fault.New(fault.Conflict, "round-frozen", "state", round.State)
		}
		indicator, err := s.settable(tx, round, code)
		if err != nil {
			return err
		}
		if err := in.check(indicator); err != nil {
			return err
		}
		row, err := storeTarget(tx, a, round, indicator, ifVersion, in)
		if err != nil {
			return err
		}
		set = roundTarget(indicator, row)
		if err := s.rescore(tx, roundID); err != nil {
			return err
		}
		if round.State != "closed" || s.candidates == nil {
			return nil // of an open round nothing is stored yet
		}
		return s.candidates.StoreCandidates(tx, a, round)
	})
	return set, err
}

// settable finds an indicator of the round that a target can be set for.
func (s *Service) settable(tx *models.Tx, round models.Round, code string) (Indicator, error) {
	asked, err := s.Asked(tx, round.QuestionnaireVersionID)
	if err != nil {
		return Indicator{}, err
	}
	for _, in := range asked {
		if in.Code != code {
			continue
		}
		if in.Scored() {
			return in, fault.New(fault.Conflict, "bounds-in-catalogue", "code", code)
		}
		return in, nil
	}
	return Indicator{}, fault.Missing()
}

func storeTarget(tx *models.Tx, a orgs.Actor, round models.Round, indicator Indicator, ifVersion int, in RoundTargetInput) (models.RoundTarget, error) {
	targets, err := targetsOf(tx, round.ID)
	if err != nil {
		return models.RoundTarget{}, err
	}
	old, exists := targets[indicator.ID]
	stale := &fault.Fault{Kind: fault.Stale, Code: "stale", Current: roundTarget(indicator, old)}
	if old.Version != ifVersion {
		return old, stale
	}
	row := models.RoundTarget{Base: old.Base, RoundID: round.ID, IndicatorID: indicator.ID,
		Lower: &in.Lower, Optimum: &in.Optimum, Green: in.Green, Red: in.Red, Reason: in.Reason}
	row.Version, row.UpdatedAt = ifVersion+1, tx.Now
	change := orgs.Change{Action: "round_target.set", Kind: "round", ID: round.ID.String(), After: targetDifference(indicator, row)}
	if exists {
		change.Before = targetDifference(indicator, old)
		if ok, err := updateTarget(tx, row, ifVersion); err != nil || !ok {
			if err == nil {
				err = stale
			}
			return row, err
		}
	} else {
		row.ID, row.CreatedAt = models.NewID(), tx.Now
		if err := insertTarget(tx, &row); err != nil {
			return row, err
		}
	}
	return row, orgs.Audit(tx, a, change)
}

func targetDifference(in Indicator, t models.RoundTarget) map[string]any {
	return map[string]any{"code": in.Code, "lower": t.Lower, "optimum": t.Optimum, "green": t.Green, "red": t.Red, "reason": t.Reason}
}

func roundTarget(in Indicator, row models.RoundTarget) RoundTarget {
	return RoundTarget{Indicator: in, Settable: !in.Scored(), Set: row.Version > 0, Lower: row.Lower, Optimum: row.Optimum,
		Green: row.Green, Red: row.Red, Reason: row.Reason, Version: row.Version}
}

// check refuses what can't be meant: bounds against the indicator's direction,
// thresholds outside them, a single threshold, and a target without a reason.
func (in RoundTargetInput) check(indicator Indicator) error {
	var fields []fault.Field
	rising := indicator.Direction == directionHigher
	if in.Optimum == in.Lower || (in.Optimum > in.Lower) != rising {
		code := "optimum_not_above_lower"
		if !rising {
			code = "optimum_not_below_lower"
		}
		fields = append(fields, fault.OnField("optimum", code))
	} else {
		fields = append(fields, in.checkScale(indicator)...)
	}
	if (in.Green == nil) != (in.Red == nil) {
		fields = append(fields, fault.OnField("green", "threshold_alone"))
	}
	said := false
	for lang, text := range in.Reason {
		said = said || strings.TrimSpace(text) != ""
		if len([]rune(text)) > maxReason {
			fields = append(fields, fault.OnField("reason."+lang, "too_long", "max", maxReason))
		}
	}
	if !said {
		fields = append(fields, fault.OnField("reason", "required"))
	}
	if len(fields) > 0 {
		return fault.InvalidFields(fields...)
	}
	return nil
}

const maxReason = 2000

// checkScale asks the scoring engine what it thinks of the numbers.
func (in RoundTargetInput) checkScale(indicator Indicator) []fault.Field {
	_, doubts, err := scoring.NewScale(indicator.spec(Bounds{Lower: &in.Lower, Optimum: &in.Optimum, Green: in.Green, Red: in.Red}))
	if err != nil {
		return []fault.Field{fault.OnField("optimum", "not_finite")}
	}
	var fields []fault.Field
	for _, d := range doubts {
		code := strings.ReplaceAll(string(d.Problem), "-", "_")
		fields = append(fields, fault.OnField(d.Field, code))
	}
	return fields
}
