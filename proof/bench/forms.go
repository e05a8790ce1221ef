package main

import (
	"context"
	"fmt"
	"slices"
	"time"

	"loftet/internal/clock"
	"loftet/proof/stand"
	"loftet/surveys/xlsform"
)

// forms measures a large questionnaire: reading it from XLSForm, translating its
// conditions and checking it as it is checked when somebody saves it.
func forms(ctx context.Context, b *bench, _ database) error {
	content := stand.LargeForm()
	clk := clock.System()
	var took []time.Duration
	for start := clk.Now(); clk.Now().Sub(start) < b.within && ctx.Err() == nil; {
		from := clk.Now()
		_, summary, _, err := xlsform.Read("large.csv", content)
		if err != nil {
			return err
		}
		if summary.Questions != stand.LargeQuestions || summary.Relevant != stand.LargeConditions {
			return fmt.Errorf("%d questions and %d conditions were read", summary.Questions, summary.Relevant)
		}
		took = append(took, clk.Now().Sub(from))
	}
	if len(took) == 0 {
		return ctx.Err()
	}
	slices.Sort(took)
	b.add(Row{
		What: whatImport, Clients: 1, PerSecond: float64(time.Second) / float64(took[len(took)/2]),
		P50: took[len(took)/2], P99: took[len(took)*99/100],
	})
	return ctx.Err()
}
