package main

import (
	"context"
	"fmt"

	"loftet/internal/clock"
	"loftet/proof/stand"
	"loftet/surveys/form"
	"loftet/surveys/xlsform"
)

// forms measures a large questionnaire: reading it from XLSForm, translating its
// conditions and checking it as it is checked when somebody saves it; then asking all
// its conditions for one response, in the server and in a browser.
func forms(ctx context.Context, b *bench, _ database) error {
	read, err := b.imported(ctx)
	if err != nil {
		return err
	}
	compiled, faults := form.Compile(read)
	if len(faults) > 0 {
		return fmt.Errorf("%d faults in a questionnaire that was read", len(faults))
	}
	shown := 0
	got, err := b.again(ctx, func() error {
		shown = 0
		for _, state := range compiled.Evaluate(stand.LargeAnswers(), largeAt) {
			if state.Visible {
				shown++
			}
		}
		return nil
	})
	if err != nil {
		return err
	}
	b.add(got.row(whatConditions+"server", "", 1))
	return b.browser(ctx, read, shown)
}

// largeAt is when the large questionnaire is answered.
const largeAt = "2026-11-23T14:02:00"

// imported reads the large questionnaire again and again.
func (b *bench) imported(ctx context.Context) (read form.Form, err error) {
	content := stand.LargeForm()
	got, err := b.again(ctx, func() error {
		f, summary, _, err := xlsform.Read("large.csv", content)
		if err == nil && (summary.Questions != stand.LargeQuestions || summary.Relevant != stand.LargeConditions) {
			err = fmt.Errorf("%d questions and %d conditions were read", summary.Questions, summary.Relevant)
		}
		read = f
		return err
	})
	if err == nil {
		b.add(got.row(whatImport, "", 1))
	}
	return read, err
}

// again does something for a while, at least once, one time after the other.
func (b *bench) again(ctx context.Context, do func() error) (sum sample, err error) {
	before, err := self().cpu()
	if err != nil {
		return sum, err
	}
	clk := clock.System()
	for start := clk.Now(); len(sum.times) == 0 || sum.took < b.within; sum.took = clk.Now().Sub(start) {
		from := clk.Now()
		if err := do(); err != nil {
			return sum, err
		}
		sum.times = append(sum.times, clk.Now().Sub(from))
		if ctx.Err() != nil {
			return sum, ctx.Err()
		}
	}
	after, err := self().cpu()
	sum.cpu = after - before
	return sum, err
}
