package scoring

// sdsn is the method of the Sustainable Development Report (Sustainable
// Development Solutions Network), edition 2021. Its exception for goal 4, where
// single indicators take the region's mean, is an option of [Evaluate].
type sdsn struct{}

func (sdsn) ID() MethodID { return SDSN }

func (sdsn) Version() string { return sdsnStamp.MethodVersion }

func (sdsn) Fills() bool { return true }

func (sdsn) Result(scale *Scale, o Observation) (r Result) {
	scale.fill(&r, sdsnStamp, &o)
	return r
}

func (sdsn) Results(into []Result, scales []*Scale, observed []Observation) {
	fillAll(into, sdsnStamp, scales, observed)
}

// Goal is the mean of the available scores. Its colour comes from the two
// indicators that stand worst, and is grey below half of the basket.
func (sdsn) Goal(goal, basket int, results []Result) GoalResult {
	g := meanGoal(sdsnStamp, goal, basket, results)
	if known, total := colourBasket(basket, results); known > 0 && 2*known >= total {
		g.Colour = worstTwo(results)
	}
	return g
}

// colourBasket counts the indicators that were observed and all of them, in the
// basket that colours are given by.
func colourBasket(basket int, results []Result) (known, total int) {
	total = max(basket, len(results))
	for i := range results {
		switch r := &results[i]; {
		case r.basket == BasketScore:
			total--
		case r.Scored && !r.Imputed:
			known++
		}
	}
	return known, total
}

// worstTwo gives the colour of a goal from its two worst placed indicators:
// green or red if both are, otherwise yellow where the mean of their places is
// at least half-way between the thresholds, else orange. A single indicator
// passes its colour on.
func worstTwo(results []Result) Colour {
	var worst, second *Result
	for i := range results {
		r := &results[i]
		if _, coloured := r.Colour.points(); !coloured || !r.Scored || r.basket == BasketScore {
			continue
		}
		switch {
		case worst == nil || worse(r, worst):
			worst, second = r, worst
		case second == nil || worse(r, second):
			second = r
		}
	}
	switch {
	case worst == nil:
		return NoColour
	case second == nil || worst.Colour == second.Colour && (worst.Colour == Green || worst.Colour == Red):
		return worst.Colour
	case (worst.level+second.level)/2 >= 1.5-tolerance:
		return Yellow
	}
	return Orange
}

// worse orders by place; equal places by colour, which can differ where a
// threshold lies on a bound.
func worse(a, b *Result) bool {
	if a.level != b.level {
		return a.level < b.level
	}
	pa, _ := a.Colour.points()
	pb, _ := b.Colour.points()
	return pa < pb
}

// Index is the mean of the goals. There is none where more than a fifth of all
// indicators are missing; a filled goal doesn't make up for them.
func (sdsn) Index(goals []GoalResult) IndexResult {
	ix := meanIndex(sdsnStamp, goals)
	if ix.Scored && 5*ix.Missing > ix.Total {
		return ix.withhold(TooMuchMissing)
	}
	return ix
}
