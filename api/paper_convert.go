package api

import (
	"loftet/api/contract"
	"loftet/papers"
)

func toPaperInfo(p papers.Paper) contract.PaperInfo {
	info := contract.PaperInfo{ID: p.ID, SeriesID: p.SeriesID, Edition: p.Edition, RegionID: p.RegionID, Region: p.Region, RoundID: p.RoundID, Round: p.Round,
		MunicipalityID: p.MunicipalityID, Language: contract.PaperLanguage(p.Language), Audience: contract.PaperAudience(p.Audience), State: contract.PaperState(p.State),
		Title: p.Title, MayWrite: p.MayWrite, CreatedAt: p.CreatedAt, FinishedAt: p.FinishedAt, PublishedAt: p.PublishedAt, Version: p.Version}
	if p.Newer != nil {
		info.NewerResults = &contract.NewerResults{Edition: p.Newer.Number, MadeAt: p.Newer.MadeAt}
	}
	return info
}

func toPaper(p papers.Paper) contract.Paper {
	t := p.Content.Texts
	out := contract.Paper{Info: toPaperInfo(p), Goals: []contract.PaperGoal{}, Texts: contract.PaperTexts{Title: t.Title, CaseNumber: t.CaseNumber, Committee: t.Committee,
		MeetingOn: t.MeetingOn, Handler: t.Handler, Sections: []contract.PaperSection{}, Proposal: t.Proposal, Attachments: t.Attachments}}
	for _, key := range papers.Sections {
		out.Texts.Sections = append(out.Texts.Sections, contract.PaperSection{Key: contract.PaperSectionKey(key), Text: t.Sections[key]})
	}
	for _, g := range p.Content.Figures.Goals {
		out.Goals = append(out.Goals, contract.PaperGoal{Goal: g.Goal, Score: g.Score, Before: g.Before, RegionMean: g.Beside, Units: g.Units})
	}
	out.Blocks = convertAll(p.Content.Blocks(), func(b papers.Block) contract.PaperPart {
		part := contract.PaperPart{Kind: contract.PaperPartKind(b.Kind), Text: b.Text, Items: append([]string{}, b.Items...), Header: append([]string{}, b.Header...), Rows: append([][]string{}, b.Rows...)}
		if b.Picture > 0 {
			alt := p.Content.Alt(b.Picture)
			part.Picture, part.Alt = &b.Picture, &alt
		}
		return part
	})
	return out
}

func fromPaperTexts(in contract.PaperTexts) papers.Texts {
	t := papers.Texts{Title: in.Title, CaseNumber: in.CaseNumber, Committee: in.Committee, MeetingOn: in.MeetingOn, Handler: in.Handler,
		Sections: map[papers.Section]string{}, Proposal: in.Proposal, Attachments: in.Attachments}
	for _, section := range in.Sections {
		t.Sections[papers.Section(section.Key)] = section.Text
	}
	return t
}
