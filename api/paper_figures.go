package api

import (
	"cmp"
	"context"
	"slices"

	"loftet/charts"
	"loftet/indicators"
	"loftet/indicators/catalogue"
	"loftet/needs"
	"loftet/orgs"
	"loftet/papers"
)

const (
	weakShown       = 5  // indicators with the lowest scores that a paper names
	challengesShown = 10 // the most urgent first
)

// paperCharts are the pictures of a paper in their order: of a region, of a municipality.
var (
	regionPaperCharts       = []chartKind{{build: (*chartBuilder).goals, ofGoals: true}, {build: (*chartBuilder).heat, ofGoals: true}, {build: (*chartBuilder).coverage}}
	municipalityPaperCharts = []chartKind{{build: (*chartBuilder).goals, ofGoals: true}, {build: (*chartBuilder).comparison, ofGoals: true}}
)

// paperFigures reads what a paper shows by the very view of the status pages: as the
// one who makes it sees it or, where the paper is for everybody, as everybody does.
func (s *Server) paperFigures(ctx context.Context, o papers.Order, council string) (papers.Figures, error) {
	a := who(ctx)
	a.Language = o.Language
	if o.Audience == papers.Public {
		a = orgs.Actor{Scope: orgs.ScopePublic, Language: o.Language}
	}
	l, err := s.lookAs(ctx, a, lookInput{region: &o.RegionID, municipality: o.MunicipalityID, round: &o.RoundID, before: true})
	if err != nil {
		return papers.Figures{}, err
	}
	b := chartBuilder{look: l, lang: o.Language, words: chartDictionary[o.Language]}
	f := papers.Figures{Region: l.Region.Name, Council: council, Round: l.Round.Name, Method: l.Method, Public: o.Audience == papers.Public, Withheld: l.Withheld,
		MadeUp: l.Round.MadeUp, MadeAt: s.DB.Clock.Now().UTC(), Members: len(l.Members), Compared: l.before != nil, Shows: []string{}, Challenges: []papers.Challenge{}}
	kinds := regionPaperCharts
	if o.MunicipalityID != nil {
		m, _ := l.member(*o.MunicipalityID)
		b.municipality, f.Municipality, kinds = &m, m.Name, municipalityPaperCharts
	}
	for _, m := range l.Members {
		if m.Submitted() {
			f.Submitted++
		}
		if m.PublishesFigures && (b.municipality == nil || m.ID == b.municipality.ID) {
			f.Shows = append(f.Shows, m.ID.String())
		}
	}
	f.Goals, f.Weak, f.Sources = b.paperGoals(), b.weakest(), b.sources(nil)
	if f.Challenges, err = s.paperChallenges(ctx, a, o); err != nil {
		return f, err
	}
	for _, kind := range kinds {
		picture, err := s.paperPicture(&b, kind)
		if err != nil {
			return f, err
		}
		f.Pictures = append(f.Pictures, picture)
	}
	return f, nil
}

func (b *chartBuilder) paperGoals() []papers.Goal {
	list := []papers.Goal{}
	for _, goal := range goalsAsked(b.View) {
		sum := b.Goal(goal)
		g := papers.Goal{Goal: goal, Name: catalogue.GoalName(goal, b.lang), Units: sum.Units, Score: shownScore(b.goalScore(b.View, goal))}
		if b.before != nil {
			g.Before = shownScore(b.goalScore(*b.before, goal))
		}
		if b.municipality != nil {
			g.Beside = shownScore(b.meanBeside(goal))
		}
		list = append(list, g)
	}
	return list
}

// goalScore is the score of a goal in a view: of the municipality, or the mean of the
// region; nil without enough figures behind it.
func (b *chartBuilder) goalScore(v indicators.View, goal int) *float64 {
	if b.municipality == nil {
		return v.Goal(goal).Mean
	}
	if g := v.Goals[indicators.GoalKey{Organisation: b.municipality.ID, Goal: goal}]; g.Covered {
		return g.Score
	}
	return nil
}

// weakest gives the indicators of the basket with the lowest scores.
func (b *chartBuilder) weakest() []papers.Indicator {
	list := []papers.Indicator{}
	for _, in := range b.Indicators {
		score := b.Scores(in.ID).Mean
		if b.municipality != nil {
			score = b.Cell(b.municipality.ID, in.ID).Score
		}
		if score = shownScore(score); score != nil {
			list = append(list, papers.Indicator{Code: in.Code, Name: say(in.Name, b.lang), Goal: in.Goal, Score: *score})
		}
	}
	slices.SortStableFunc(list, func(x, y papers.Indicator) int { return cmp.Compare(x.Score, y.Score) })
	return list[:min(len(list), weakShown)]
}

func (s *Server) paperPicture(b *chartBuilder, kind chartKind) (papers.Picture, error) {
	chart, text := kind.build(b)
	shown := toChart(chart, text, nil)
	p := papers.Picture{Title: text.Title, Alt: shown.Summary, Header: shown.Header, Rows: shown.Rows}
	options := charts.Options{Pattern: true} // papers are copied in black and white
	var err error
	if p.PNG, err = s.pictures.Draw(chart, charts.PNG, options); err != nil {
		return p, err
	}
	svg, err := s.pictures.Draw(chart, charts.SVG, options)
	p.SVG = string(svg)
	return p, err
}

// paperChallenges gives what the rules found in the round: those that are published
// for everybody, those that it has part in for a municipality, all for a council.
func (s *Server) paperChallenges(ctx context.Context, a orgs.Actor, o papers.Order) ([]papers.Challenge, error) {
	list := []papers.Challenge{}
	if o.Audience == papers.Public {
		page, err := s.Needs.ListPublished(ctx, a, needs.PublicQuery{RegionID: &o.RegionID})
		for _, n := range page.Items {
			if n.RoundID != nil && *n.RoundID == o.RoundID {
				list = append(list, papers.Challenge{Name: say(n.Title, o.Language), Goal: n.Goal, Municipalities: len(n.Participants)})
			}
		}
		return list[:min(len(list), challengesShown)], err
	}
	bench, err := s.Needs.Workbench(ctx, a, &o.RoundID)
	for _, item := range bench.Items {
		gone := needs.State(item.State) == needs.StateRejected || needs.State(item.State) == needs.StateMerged
		if !gone && (o.MunicipalityID == nil || item.Involved) {
			list = append(list, papers.Challenge{Name: say(item.Title, o.Language), Goal: item.Goal, Municipalities: item.Municipalities, Reason: item.Reason})
		}
	}
	return list[:min(len(list), challengesShown)], err
}

// orderOf is the order that a paper was made for.
func orderOf(p papers.Paper) papers.Order {
	return papers.Order{RegionID: p.RegionID, RoundID: p.RoundID, MunicipalityID: p.MunicipalityID, Language: p.Language, Audience: p.Audience}
}

// makeFigures reads the figures of a paper that the actor may have made.
func (s *Server) makeFigures(ctx context.Context, o papers.Order) (papers.Figures, error) {
	council, err := s.Papers.Check(ctx, who(ctx), o)
	if err != nil {
		return papers.Figures{}, err
	}
	return s.paperFigures(ctx, o, council)
}
