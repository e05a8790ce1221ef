package api

import (
	"loftet/api/contract"
	"loftet/charts"
	"loftet/surveys"
)

func toReviewItem(i surveys.QueueItem) contract.ReviewItem {
	return contract.ReviewItem{
		ResponseID: i.ID, Round: toRound(i.Round), Municipality: toMunicipality(i.Municipality), State: contract.ResponseState(i.State),
		Revision: i.Revision, SubmittedAt: i.SubmittedAt, Odd: i.Odd, Unexplained: i.Unexplained, OpenQuestions: i.OpenQuestions,
	}
}

func toReview(r surveys.Review, lang string) contract.Review {
	return contract.Review{
		ResponseID: r.ID, Round: toRound(r.Round), Municipality: toMunicipality(r.Municipality), State: contract.ResponseState(r.State),
		Submission: toSubmission(r.Submission), Actions: toActions(r.Actions), Locks: toLocks(r.Locks, lang),
		Oddities:   convertAll(r.Oddities, func(o surveys.Oddity) contract.Oddity { return toOddity(o, lang) }),
		Questions:  toQuestions(r.Questions, lang),
		Anchorings: convertAll(r.Anchorings, toAnchoring), Correcting: &r.Correcting,
	}
}

func toActions(list []surveys.Action) []contract.ResponseAction {
	return convertAll(list, func(a surveys.Action) contract.ResponseAction { return contract.ResponseAction(a) })
}

func toLocks(list []surveys.Lock, lang string) []contract.ResponseLock {
	return convertAll(list, func(l surveys.Lock) contract.ResponseLock {
		return contract.ResponseLock{Action: contract.ResponseAction(l.Action), Reason: phrase(lang, l.Code)}
	})
}

func toOddity(o surveys.Oddity, lang string) contract.Oddity {
	return contract.Oddity{
		Code: o.Indicator.Code, Name: say(o.Indicator.Name, lang), Goal: o.Indicator.Goal, Value: o.Value, Unit: say(o.Indicator.Unit, lang),
		Decimals: o.Indicator.Decimals, Said: o.Said,
		Message: phrase(lang, o.Kind, "was", charts.Format(o.Was, o.Indicator.Decimals, charts.Lang(lang)), "year", o.Year),
	}
}

func toPlausibilityQuestion(q surveys.PlausibilityQuestion, lang string) contract.PlausibilityQuestion {
	_, name := q.About()
	question := contract.PlausibilityQuestion{
		ID: q.ID, Question: textOrNil(q.Question), Name: say(name, lang), Goal: positiveOrNil(q.Goal), Revision: q.Revision, Reason: q.Reason,
		State: contract.QuestionState(q.State), Reply: q.Reply, AskedBy: toPersonName(q.AskedBy), AskedAt: q.AskedAt,
		SettledBy: toPersonName(q.SettledBy), SettledAt: q.SettledAt,
	}
	if q.Indicator != nil {
		question.Code = &q.Indicator.Code
	}
	if q.SettledRevision > 0 {
		question.SettledRevision = &q.SettledRevision
	}
	return question
}

func toAnchoring(x surveys.Anchoring) contract.Anchoring {
	return contract.Anchoring{
		Level: contract.AnchoringLevel(x.Level), Revision: x.Revision, Latest: x.Latest, Body: x.Body, CaseNumber: x.CaseNumber,
		DecidedOn: string(x.DecidedOn), Text: x.Text, Link: x.Link, RecordedBy: toPersonName(x.RecordedBy), RecordedAt: x.UpdatedAt, Version: x.Version,
	}
}

func toComment(c surveys.AnswerComment, lang string) contract.AnswerComment {
	comment := contract.AnswerComment{
		ID: c.ID, Text: c.Text, State: contract.CommentState(c.State), CreatedBy: toPersonName(c.CreatedBy), CreatedAt: c.CreatedAt,
		DoneBy: toPersonName(c.DoneBy), DoneAt: c.DoneAt, Version: c.Version, Question: textOrNil(c.Question),
	}
	if c.Indicator != nil {
		name := say(c.Indicator.Name, lang)
		comment.Code, comment.Name, comment.Goal = &c.Indicator.Code, &name, &c.Goal
	}
	if name := say(c.Asked, lang); name != "" {
		comment.Name, comment.Goal = &name, positiveOrNil(c.Goal)
	}
	return comment
}
