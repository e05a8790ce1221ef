package scoring

// usCities is the method of the US Cities Sustainable Development Report 2019:
// scores and means as in sdsn, goal colours by the mean of all the goal's
// colours. An indicator with three points only (red, yellow, green) is one
// whose yellow threshold equals its red one.
type usCities struct{}

func (usCities) ID() MethodID { return USCities }

func (usCities) Version() string { return usCitiesStamp.MethodVersion }

func (usCities) Fills() bool { return true }

func (usCities) Result(scale *Scale, o Observation) (r Result) {
	scale.fill(&r, usCitiesStamp, &o)
	return r
}

func (usCities) Results(into []Result, scales []*Scale, observed []Observation) {
	fillAll(into, usCitiesStamp, scales, observed)
}

// Goal is the mean of the available scores. Colours count 0 (red) to 3
// (green); the goal has the colour nearest to their mean, but is red where more
// than a third of them are. How the mean is turned back into a colour is not
// published: the nearest one, a half upwards, is this project's reading.
func (usCities) Goal(goal, basket int, results []Result) GoalResult {
	g := meanGoal(usCitiesStamp, goal, basket, results)
	if known, _ := colourBasket(basket, results); known == 0 {
		return g
	}
	sum, red, n := 0, 0, 0
	for i := range results {
		r := &results[i]
		points, coloured := r.Colour.points()
		if !coloured || r.basket == BasketScore {
			continue
		}
		n++
		sum += points
		if r.Colour == Red {
			red++
		}
	}
	switch {
	case n == 0:
		g.Colour = NoColour
	case 3*red > n || 2*sum < n:
		g.Colour = Red
	case 2*sum < 3*n:
		g.Colour = Orange
	case 2*sum < 5*n:
		g.Colour = Yellow
	default:
		g.Colour = Green
	}
	return g
}

// Index is the mean of the goals that have a score.
func (usCities) Index(goals []GoalResult) IndexResult { return meanIndex(usCitiesStamp, goals) }
