package api

import (
	"context"

	"loftet/api/contract"
	"loftet/indicators/scoring"
	"loftet/matching"
	"loftet/needs"
)

// GetMethod tells how scores, bands, needs and matches come about, with the
// numbers in force.
func (s *Server) GetMethod(ctx context.Context, _ contract.GetMethodRequestObject) (contract.GetMethodResponseObject, error) {
	lang := who(ctx).Language
	return contract.GetMethod200JSONResponse{
		Bands: convertAll(scoring.Bands(), func(r scoring.BandRange) contract.BandRule {
			return contract.BandRule{Band: contract.Band(r.Band), From: r.From, To: r.To}
		}),
		Methods: convertAll(scoring.Stamps(), func(m scoring.Stamp) contract.MethodRule {
			words := methodWords[m.Method]
			return contract.MethodRule{ID: string(m.Method), Version: m.MethodVersion, Name: words.name, Description: words.description[lang]}
		}),
		NeedRules: toNeedRules(needs.Rules(), lang), MatchWeights: toMatchWeights(matching.Weights(), lang),
	}, nil
}

func toNeedRules(r needs.RuleSet, lang string) contract.NeedRules {
	return contract.NeedRules{
		Version: r.Version, Since: string(r.Since), ShareOfResponding: r.ShareOfResponding, MinimumMunicipalities: r.MinimumMunicipalities,
		PopulationShare: r.PopulationShare, MinimumRegion: r.MinimumRegion, MinimumResponding: r.MinimumResponding,
		MinimumCoverage: r.MinimumCoverage, FallingPoints: r.FallingPoints,
		Weights: convertAll(r.Weights, func(w needs.Weight) contract.Part {
			return contract.Part{Key: w.Key, Label: partLabel(w.Key, lang), Value: w.Points}
		}),
	}
}

// toMatchWeights shows shares as points of 100, as the rules for needs have them.
func toMatchWeights(set matching.WeightSet, lang string) contract.MatchWeights {
	return contract.MatchWeights{
		Version: set.Version, Since: string(set.Since),
		Weights: convertAll(set.Weights, func(w matching.Weight) contract.Part {
			return contract.Part{Key: w.Key, Label: partLabel(w.Key, lang), Value: 100 * w.Share}
		}),
	}
}

// methodWords describe the scoring methods.
var methodWords = map[scoring.MethodID]struct {
	name        string
	description map[string]string
}{
	scoring.SDSN: {"SDSN", map[string]string{
		"nb": "En indikator får 0 poeng ved nedre grense og 100 ved optimum, rett linje imellom. Et mål får snittet av indikatorene som har tall. Fargen på et mål følger de to svakeste indikatorene, og er grå når under halvparten har tall.",
		"nn": "Ein indikator får 0 poeng ved nedre grense og 100 ved optimum, rett linje imellom. Eit mål får snittet av indikatorane som har tal. Fargen på eit mål følgjer dei to svakaste indikatorane, og er grå når under halvparten har tal.",
		"en": "An indicator scores 0 at its lower bound and 100 at its optimum, a straight line in between. A goal gets the mean of the indicators that have figures. A goal's colour follows its two weakest indicators, and is grey when less than half have figures.",
	}},
	scoring.USCities: {"US cities 2019", map[string]string{
		"nb": "Poeng som hos SDSN. Fargen på et mål er snittet av fargene på indikatorene, og rød når mer enn en tredel av dem er røde.",
		"nn": "Poeng som hos SDSN. Fargen på eit mål er snittet av fargane på indikatorane, og raud når meir enn ein tredel av dei er raude.",
		"en": "Scores as with SDSN. A goal's colour is the mean of its indicators' colours, and red when more than a third of them are red.",
	}},
	scoring.U4SSC: {"U4SSC", map[string]string{
		"nb": "En verdi gir ett til fire poeng etter hvor stor del av referanseverdien den når: under 33, 66, 95 prosent, eller mer. Et mål får poengene som del av dem det kunne ha fått.",
		"nn": "Ein verdi gir eitt til fire poeng etter kor stor del av referanseverdien han når: under 33, 66, 95 prosent, eller meir. Eit mål får poenga som del av dei det kunne ha fått.",
		"en": "A value earns one to four points by the share of its benchmark that it reaches: under 33, 66, 95 per cent, or more. A goal gets its points as a share of those it could have earned.",
	}},
	scoring.RankID: {"Rank", map[string]string{
		"nb": "En verdi får sin plass blant kommunene den sammenlignes med. Like verdier deler plass. Den beste fjerdedelen blir grønn, den svakeste rød, resten gul; grupper under fire får ingen farge. Plassen sier hvem som er foran, ikke hvor langt det er til målet.",
		"nn": "Ein verdi får plassen sin blant kommunane han blir samanlikna med. Like verdiar deler plass. Den beste fjerdedelen blir grøn, den svakaste raud, resten gul; grupper under fire får ingen farge. Plassen seier kven som er framme, ikkje kor langt det er til målet.",
		"en": "A value gets its place among the municipalities it is compared with. Equal values share a place. The best quarter is green, the weakest red, the rest yellow; groups of fewer than four get no colour. The place says who is ahead, not how far it is to the target.",
	}},
	scoring.ProgressID: {"Progress", map[string]string{
		"nb": "Endringen per år fra første tall i eller etter 2015 til det nyeste holdes mot den farten som når målet i 2030: 95 prosent av den er i rute, 60 prosent er framgang. Uten mål er 1,5 prosent bedring i året i rute, og 0,5 prosent framgang.",
		"nn": "Endringa per år frå det første talet i eller etter 2015 til det nyaste blir halden mot den farten som når målet i 2030: 95 prosent av den er i rute, 60 prosent er framgang. Utan mål er 1,5 prosent betring i året i rute, og 0,5 prosent framgang.",
		"en": "The change a year from the first figure in or after 2015 to the newest is held against the pace that reaches the target in 2030: 95 per cent of it is on track, 60 per cent is progress. Without a target, an improvement of 1.5 per cent a year is on track, and 0.5 per cent is progress.",
	}},
}
