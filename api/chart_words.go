package api

import "loftet/indicators/scoring"

// chartWords are the words around charts in one language. Fields with %s are
// formats: places, then indicators, in the order that each says.
type chartWords struct {
	goalsTitle, heatTitle                 string // place
	comparisonTitle                       string // municipality, region
	distributionTitle, trendTitle         string // indicator, place
	coverageTitle                         string
	stripsTitle, multiplesTitle           string // place
	barsTitle                             string // indicator, place
	stripsSubtitle, barsSubtitle          string
	scoreSubtitle, distributionSubtitle   string
	trendSubtitle, coverageSubtitle       string
	coverageParts                         [4]string
	goal, municipality, points, figures   string
	mean, median, middle                  string
	limits                                map[scoring.Band]string // where each band begins
	upTo, licence, moreSources, ownSource string
	covered, withheld, madeUp, noBounds   string
	openTitle                             string // of the list of data sets
}

var chartDictionary = map[string]*chartWords{
	"nb": {
		stripsTitle: "Hvor ligger kommunene i %s på hvert mål?", multiplesTitle: "Hvordan står det til i kommunene i %s, mål for mål?",
		barsTitle: "%s: hva er tallet i hver av kommunene i %s?", stripsSubtitle: "Hver prikk er en kommune, med poeng fra 0 til 100, der 100 er målet nådd",
		barsSubtitle: "Kommunene i alfabetisk rekkefølge",
		goalsTitle:   "Hvor langt har %s kommet på hvert mål?", heatTitle: "Hvilke mål står kommunene i %s lengst unna?",
		comparisonTitle: "På hvilke mål ligger %s over og under snittet i %s?", distributionTitle: "%s: hvordan fordeler kommunene i %s seg?",
		trendTitle: "%s: hvordan har det gått i %s?", coverageTitle: "Hvor mange tall har kommunene i %s bekreftet?",
		scoreSubtitle: "Poeng fra 0 til 100, der 100 er målet nådd", distributionSubtitle: "Hver kommune er én prikk, eller del av en søyle",
		trendSubtitle: "Tall fra runder der det finnes, ellers fra statistikk", coverageSubtitle: "Antall indikatorer",
		coverageParts: [4]string{"Bekreftet", "Fra statistikk", "Ikke oppgitt", "Ikke vist"},
		goal:          "Mål", municipality: "Kommune", points: "poeng av 100", figures: "tall",
		mean: "snittet i %s", median: "Medianen i %s", middle: "Det midterste svaret i %s",
		limits: map[scoring.Band]string{scoring.BandAchieved: "Grensen for «nådd»", scoring.BandNear: "Grensen for «nær målet»", scoring.BandBehind: "Grensen for «et stykke unna»"},
		upTo:   "siste tall til og med %d", moreSources: "og %d andre kilder", ownSource: "kommunene selv",
		licence:   "Eieren av tallene bestemmer vilkårene, for offisiell statistikk oftest NLOD eller CC BY 4.0. Oppgi kilden ved gjenbruk.",
		covered:   "Et mål får poeng til sammenligning når minst 80 prosent av indikatorene har det.",
		openTitle: "Åpne data fra Løftet",
		withheld:  "Noen tall er sendt inn, men ikke publisert av kommunen. De vises ikke hver for seg. Summer over minst tre kommuner kan ha dem med.",
		madeUp:    "Svarene fra kommunene er oppdiktet for demonstrasjon.", noBounds: "Indikatoren har ingen grenser. Derfor vises verdier uten farge og poeng.",
	},
	"nn": {
		stripsTitle: "Kvar ligg kommunane i %s på kvart mål?", multiplesTitle: "Korleis står det til i kommunane i %s, mål for mål?",
		barsTitle: "%s: kva er talet i kvar av kommunane i %s?", stripsSubtitle: "Kvar prikk er ein kommune, med poeng frå 0 til 100, der 100 er målet nådd",
		barsSubtitle: "Kommunane i alfabetisk rekkjefølgje",
		goalsTitle:   "Kor langt har %s kome på kvart mål?", heatTitle: "Kva mål står kommunane i %s lengst unna?",
		comparisonTitle: "På kva mål ligg %s over og under snittet i %s?", distributionTitle: "%s: korleis fordeler kommunane i %s seg?",
		trendTitle: "%s: korleis har det gått i %s?", coverageTitle: "Kor mange tal har kommunane i %s stadfesta?",
		scoreSubtitle: "Poeng frå 0 til 100, der 100 er målet nådd", distributionSubtitle: "Kvar kommune er éin prikk, eller del av ei søyle",
		trendSubtitle: "Tal frå rundar der det finst, elles frå statistikk", coverageSubtitle: "Talet på indikatorar",
		coverageParts: [4]string{"Stadfesta", "Frå statistikk", "Ikkje oppgitte", "Ikkje viste"},
		goal:          "Mål", municipality: "Kommune", points: "poeng av 100", figures: "tal",
		mean: "snittet i %s", median: "Medianen i %s", middle: "Det midtarste svaret i %s",
		limits: map[scoring.Band]string{scoring.BandAchieved: "Grensa for «nådd»", scoring.BandNear: "Grensa for «nær målet»", scoring.BandBehind: "Grensa for «eit stykke unna»"},
		upTo:   "siste tal til og med %d", moreSources: "og %d andre kjelder", ownSource: "kommunane sjølve",
		licence:   "Eigaren av tala avgjer vilkåra, for offisiell statistikk oftast NLOD eller CC BY 4.0. Oppgje kjelda ved gjenbruk.",
		covered:   "Eit mål får poeng til samanlikning når minst 80 prosent av indikatorane har det.",
		openTitle: "Opne data frå Løftet",
		withheld:  "Nokre tal er sende inn, men ikkje publiserte av kommunen. Dei blir ikkje viste kvar for seg. Summar over minst tre kommunar kan ha dei med.",
		madeUp:    "Svara frå kommunane er oppdikta for demonstrasjon.", noBounds: "Indikatoren har ingen grenser. Difor blir verdiar viste utan farge og poeng.",
	},
	"en": {
		stripsTitle: "Where do the municipalities of %s lie on each goal?", multiplesTitle: "How are the municipalities of %s doing, goal by goal?",
		barsTitle: "%s: what is the figure in each of the municipalities of %s?", stripsSubtitle: "Each dot is a municipality, with a score from 0 to 100, where 100 is the goal reached",
		barsSubtitle: "Municipalities in alphabetical order",
		goalsTitle:   "How far has %s come on each goal?", heatTitle: "Which goals are the municipalities of %s furthest from?",
		comparisonTitle: "On which goals is %s above and below the mean of %s?", distributionTitle: "%s: how do the municipalities of %s spread?",
		trendTitle: "%s: how has it developed in %s?", coverageTitle: "How many figures have the municipalities of %s confirmed?",
		scoreSubtitle: "Score from 0 to 100, where 100 is the goal reached", distributionSubtitle: "Each municipality is one dot, or part of a column",
		trendSubtitle: "Figures from rounds where there are any, else from statistics", coverageSubtitle: "Number of indicators",
		coverageParts: [4]string{"Confirmed", "From statistics", "Not given", "Not shown"},
		goal:          "Goal", municipality: "Municipality", points: "points out of 100", figures: "figures",
		mean: "the mean of %s", median: "The median of %s", middle: "The middle answer in %s",
		limits: map[scoring.Band]string{scoring.BandAchieved: "The limit for “achieved”", scoring.BandNear: "The limit for “near the target”", scoring.BandBehind: "The limit for “some way off”"},
		upTo:   "latest figures up to %d", moreSources: "and %d other sources", ownSource: "the municipalities themselves",
		licence:   "The owner of the figures sets the terms, for official statistics mostly NLOD or CC BY 4.0. Name the source when you reuse them.",
		covered:   "A goal gets a score for comparison when at least 80 per cent of its indicators have one.",
		openTitle: "Open data from Løftet",
		withheld:  "Some figures have been submitted but not published by the municipality. They are not shown one by one. Sums over at least three municipalities may include them.",
		madeUp:    "The municipalities' answers are made up for demonstration.", noBounds: "The indicator has no bounds. Values are therefore shown without colour and score.",
	},
}
