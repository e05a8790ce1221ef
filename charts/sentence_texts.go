package charts

// sentences are those of the text summaries in one language. Where the words
// for one differ from those for many, both stand with a bar between them.
type sentences struct {
	nothing, nothingFor, single, allEqual, extremes, medianIs string
	missingOf, unconfirmed, uncertain, others                 string
	reference, alsoReference                                  string
	goals, cells, onGoal, in, none, no                        string
	reached, levels, mostFar, largestGap                      string
	above, below, level, alsoAbove, alsoBelow, alsoLevel      string // of a Dumbbell; the first one said names the other
	rise, fall, moved, steady, onePoint                       string
	stayedWord, onlyWord, noPoints, gaps, gapsOf              string
	spread, half, place, answers, allAnswer, ownAnswer        string
	ownMissing                                                string
	totals, shares                                            string
	lacks                                                     map[State]string // after a count of what is missing
}

var bokmal = sentences{
	nothing: "Det er ingen tall å vise.", nothingFor: "Det er ingen tall å vise: %[1]s.",
	single: "Bare %[1]s har tall: %[2]s.", allEqual: "Alle ligger likt, med %[1]s.",
	extremes: "Høyest ligger %[1]s med %[2]s, og lavest ligger %[3]s med %[4]s.", medianIs: "Medianen er %[1]s.",
	missingOf:   "Tall mangler for %[1]d av %[2]s%[3]s.",
	unconfirmed: "Ett av tallene er hentet fra statistikk og ikke bekreftet.|%[1]d av tallene er hentet fra statistikk og ikke bekreftet.",
	uncertain:   "Ett av tallene er et usikkert anslag.|%[1]d av tallene er usikre anslag.",
	others:      "%[1]s og %[2]d andre", reference: "%[1]s ligger på %[2]s", alsoReference: "%[1]s på %[2]s",
	goals: "mål", cells: "ruter", onGoal: "mål %[1]d (%[2]s)", in: "%[1]s på %[2]s", none: "ingen", no: "ingen",
	reached: "helt i mål", levels: "Av tallene er %[1]s.", mostFar: "Flest er %[1]s på %[2]s: %[3]d av %[4]d.",
	largestGap: "Størst er forskjellen på %[1]s: %[2]s mot %[3]s.",
	above:      "%[1]s ligger over %[2]s på %[3]d av %[4]s", below: "%[1]s ligger under %[2]s på %[3]d av %[4]s",
	level: "%[1]s ligger likt med %[2]s på %[3]d av %[4]s", alsoAbove: "over på %[1]d", alsoBelow: "under på %[1]d", alsoLevel: "likt på %[1]d",
	rise:  "%[1]s gikk opp fra %[2]s i %[3]d til %[4]s i %[5]d.",
	fall:  "%[1]s gikk ned fra %[2]s i %[3]d til %[4]s i %[5]d.",
	moved: "%[1]s gikk fra %[2]s i %[3]d til %[4]s i %[5]d.", steady: "%[1]s lå på %[2]s både i %[3]d og i %[4]d.",
	onePoint: "%[1]s lå på %[2]s i %[3]d.", stayedWord: "%[1]s: %[2]s både i %[3]d og i %[4]d.", onlyWord: "%[1]s: %[2]s i %[3]d.",
	noPoints: "%[1]s har ingen tall%[2]s.", gaps: "%[1]s mangler tall for %[2]s%[3]s.", gapsOf: "%[1]s mangler tall for %[2]d av %[3]d år%[4]s.",
	spread: "Tallene for %[1]s går fra %[2]s til %[3]s.", half: "Halvparten ligger mellom %[1]s og %[2]s, og medianen er %[3]s.",
	place:     "%[1]s har %[2]s, med %[3]s under seg og %[4]s over.",
	allAnswer: "Alle som har svart, svarer %[1]s.", answers: "Svarene fra %[1]s er %[2]s.", ownAnswer: "%[1]s har svart %[2]s.", ownMissing: "%[1]s mangler tall%[2]s.",
	totals: "Av i alt %[1]s er %[2]s.", shares: "Størst andel %[1]s har %[2]s med %[3]s, og minst har %[4]s med %[5]s.",
	lacks: map[State]string{NotAnswered: "ikke besvart", LeftOut: "utelatt med målet", NoData: "uten data", NotApplicable: "ikke aktuelt", Declined: "der kommunen ikke ønsker å svare",
		Suppressed: "skjermet i statistikken", Withheld: "ikke publisert av kommunen", TooFew: "med for få tall til poeng"},
}

var nynorsk = sentences{
	nothing: "Det er ingen tal å vise.", nothingFor: "Det er ingen tal å vise: %[1]s.",
	single: "Berre %[1]s har tal: %[2]s.", allEqual: "Alle ligg likt, med %[1]s.",
	extremes: "Høgast ligg %[1]s med %[2]s, og lågast ligg %[3]s med %[4]s.", medianIs: "Medianen er %[1]s.",
	missingOf:   "Tal manglar for %[1]d av %[2]s%[3]s.",
	unconfirmed: "Eitt av tala er henta frå statistikk og ikkje stadfesta.|%[1]d av tala er henta frå statistikk og ikkje stadfesta.",
	uncertain:   "Eitt av tala er eit usikkert anslag.|%[1]d av tala er usikre anslag.",
	others:      "%[1]s og %[2]d andre", reference: "%[1]s ligg på %[2]s", alsoReference: "%[1]s på %[2]s",
	goals: "mål", cells: "ruter", onGoal: "mål %[1]d (%[2]s)", in: "%[1]s på %[2]s", none: "ingen", no: "ingen",
	reached: "heilt i mål", levels: "Av tala er %[1]s.", mostFar: "Flest er %[1]s på %[2]s: %[3]d av %[4]d.",
	largestGap: "Størst er skilnaden på %[1]s: %[2]s mot %[3]s.",
	above:      "%[1]s ligg over %[2]s på %[3]d av %[4]s", below: "%[1]s ligg under %[2]s på %[3]d av %[4]s",
	level: "%[1]s ligg likt med %[2]s på %[3]d av %[4]s", alsoAbove: "over på %[1]d", alsoBelow: "under på %[1]d", alsoLevel: "likt på %[1]d",
	rise:  "%[1]s gjekk opp frå %[2]s i %[3]d til %[4]s i %[5]d.",
	fall:  "%[1]s gjekk ned frå %[2]s i %[3]d til %[4]s i %[5]d.",
	moved: "%[1]s gjekk frå %[2]s i %[3]d til %[4]s i %[5]d.", steady: "%[1]s låg på %[2]s både i %[3]d og i %[4]d.",
	onePoint: "%[1]s låg på %[2]s i %[3]d.", stayedWord: "%[1]s: %[2]s både i %[3]d og i %[4]d.", onlyWord: "%[1]s: %[2]s i %[3]d.",
	noPoints: "%[1]s har ingen tal%[2]s.", gaps: "%[1]s manglar tal for %[2]s%[3]s.", gapsOf: "%[1]s manglar tal for %[2]d av %[3]d år%[4]s.",
	spread: "Tala for %[1]s går frå %[2]s til %[3]s.", half: "Halvparten ligg mellom %[1]s og %[2]s, og medianen er %[3]s.",
	place:     "%[1]s har %[2]s, med %[3]s under seg og %[4]s over.",
	allAnswer: "Alle som har svart, svarer %[1]s.", answers: "Svara frå %[1]s er %[2]s.", ownAnswer: "%[1]s har svart %[2]s.", ownMissing: "%[1]s manglar tal%[2]s.",
	totals: "Av i alt %[1]s er %[2]s.", shares: "Størst del %[1]s har %[2]s med %[3]s, og minst har %[4]s med %[5]s.",
	lacks: map[State]string{NotAnswered: "ikkje svart på", LeftOut: "utelate med målet", NoData: "utan data", NotApplicable: "ikkje aktuelt", Declined: "der kommunen ikkje ønskjer å svare",
		Suppressed: "skjerma i statistikken", Withheld: "ikkje publisert av kommunen", TooFew: "med for få tal til poeng"},
}

var english = sentences{
	nothing: "There are no figures to show.", nothingFor: "There are no figures to show: %[1]s.",
	single: "Only %[1]s has a figure: %[2]s.", allEqual: "All are level, at %[1]s.",
	extremes: "The highest is %[1]s with %[2]s, and the lowest is %[3]s with %[4]s.", medianIs: "The median is %[1]s.",
	missingOf:   "Figures are missing for %[1]d of %[2]s%[3]s.",
	unconfirmed: "One of the figures comes from statistics and is not confirmed.|%[1]d of the figures come from statistics and are not confirmed.",
	uncertain:   "One of the figures is an uncertain estimate.|%[1]d of the figures are uncertain estimates.",
	others:      "%[1]s and %[2]d others", reference: "%[1]s is at %[2]s", alsoReference: "%[1]s at %[2]s",
	goals: "goals", cells: "cells", onGoal: "goal %[1]d (%[2]s)", in: "%[1]s on %[2]s", none: "none", no: "no",
	reached: "at the target", levels: "The figures divide into %[1]s.", mostFar: "The most that are %[1]s are on %[2]s: %[3]d of %[4]d.",
	largestGap: "The difference is largest on %[1]s: %[2]s against %[3]s.",
	above:      "%[1]s is above %[2]s on %[3]d of %[4]s", below: "%[1]s is below %[2]s on %[3]d of %[4]s",
	level: "%[1]s is level with %[2]s on %[3]d of %[4]s", alsoAbove: "above on %[1]d", alsoBelow: "below on %[1]d", alsoLevel: "level on %[1]d",
	rise:  "%[1]s went up from %[2]s in %[3]d to %[4]s in %[5]d.",
	fall:  "%[1]s went down from %[2]s in %[3]d to %[4]s in %[5]d.",
	moved: "%[1]s went from %[2]s in %[3]d to %[4]s in %[5]d.", steady: "%[1]s was at %[2]s in both %[3]d and %[4]d.",
	onePoint: "%[1]s was at %[2]s in %[3]d.", stayedWord: "%[1]s: %[2]s in both %[3]d and %[4]d.", onlyWord: "%[1]s: %[2]s in %[3]d.",
	noPoints: "%[1]s has no figures%[2]s.", gaps: "%[1]s has no figure for %[2]s%[3]s.", gapsOf: "%[1]s has no figure for %[2]d of %[3]d years%[4]s.",
	spread: "The figures for %[1]s run from %[2]s to %[3]s.", half: "Half of them lie between %[1]s and %[2]s, and the median is %[3]s.",
	place:     "%[1]s has %[2]s, with %[3]s below it and %[4]s above.",
	allAnswer: "All who have answered say %[1]s.", answers: "The answers from %[1]s are %[2]s.", ownAnswer: "%[1]s answered %[2]s.", ownMissing: "%[1]s has no figure%[2]s.",
	totals: "There are %[1]s in all: %[2]s.", shares: "The largest share %[1]s is in %[2]s at %[3]s, and the smallest in %[4]s at %[5]s.",
	lacks: map[State]string{NotAnswered: "not answered", LeftOut: "left out with the goal", NoData: "with no data", NotApplicable: "not applicable", Declined: "where the municipality declined to answer",
		Suppressed: "suppressed in the statistics", Withheld: "not published by the municipality", TooFew: "with too few figures for a score"},
}
