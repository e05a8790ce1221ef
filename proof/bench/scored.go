package main

import (
	"context"
	"errors"
	"fmt"

	"loftet/indicators/scoring"
	"loftet/internal/clock"
)

// scored measures scoring alone, on one core: 40 indicators over 17 goals, values
// to results to goals to the index. What it computed counts, not what it waited
// for others on the machine.
func scored(ctx context.Context, b *bench, _ database) error {
	var scales []*scoring.Scale
	var observed []scoring.Observation
	baskets := []int{3, 2, 3, 3, 2, 3, 2, 2, 2, 2, 4, 2, 3, 2, 3, 1, 1} // indicators of each goal
	for g, n := range baskets {
		goal := g + 1
		for i := range n {
			green, red := 80.0, 40.0
			scale, faults, err := scoring.NewScale(scoring.Spec{Code: fmt.Sprintf("%d.%d", goal, i), Goal: goal, Lower: 0, Optimum: 100, Green: &green, Red: &red})
			if err != nil || len(faults) > 0 {
				return errors.Join(err, fmt.Errorf("%d faults in a scale", len(faults)))
			}
			scales = append(scales, scale)
			observed = append(observed, scoring.Observation{Value: float64((goal*37+i*53)%1000) / 10, Year: 2025})
		}
	}
	method := scoring.Methods()[0]
	results, goals := make([]scoring.Result, len(scales)), make([]scoring.GoalResult, len(baskets))
	clk := clock.System()
	before, err := self().cpu()
	if err != nil {
		return err
	}
	start, units := clk.Now(), 0
	for clk.Now().Sub(start) < b.within && ctx.Err() == nil {
		for range 1000 {
			method.Results(results, scales, observed)
			at := 0
			for g, n := range baskets {
				goals[g] = method.Goal(g+1, n, results[at:at+n])
				at += n
			}
			if !method.Index(goals).Scored {
				return errors.New("an index could not be scored")
			}
			units++
		}
	}
	after, err := self().cpu()
	if err == nil {
		err = ctx.Err()
	}
	b.add(Row{What: whatScoring, Clients: 1, PerSecond: float64(units*len(scales)) / (after - before).Seconds()})
	return err
}
