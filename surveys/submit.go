package surveys

import (
	"context"
	"encoding/json"

	"github.com/google/uuid"

	"loftet/indicators"
	"loftet/models"
	"loftet/orgs"
)

// SubmitResponse submits an approved response and gives the receipt. Document,
// observations, scores, state and audit row are written in one transaction. Of
// several calls at once one wins, and the others find it submitted.
func (s *Service) SubmitResponse(ctx context.Context, a orgs.Actor, id uuid.UUID) (Submission, error) {
	var receipt Submission
	ahead, err := s.ahead(ctx, a, id)
	if err != nil {
		return receipt, err
	}
	err = s.db.Write(ctx, func(tx *models.Tx) error {
		o, err := s.hold(tx, a, id)
		if err != nil {
			return err
		}
		row, document, err := s.submit(tx, a, o, ahead)
		receipt = receiptOf(row, document)
		return err
	})
	return receipt, err
}

// submit submits a response that is held, from what was read ahead where that still
// holds.
func (s *Service) submit(tx *models.Tx, a orgs.Actor, o opened, ahead *known) (row models.Submission, document Document, err error) {
	if err := mayAct(a, o.situation(), Submit, ""); err != nil {
		return row, document, err
	}
	before := o.response
	o.response.State = string(Submitted)
	o.response.Revision++
	row = models.Submission{
		ResponseID: o.response.ID, RoundID: o.round.ID, OrganisationID: o.response.OrganisationID,
		Revision: o.response.Revision, ApprovedBy: o.response.ApprovedBy, ApprovedAt: o.response.ApprovedAt,
		SubmittedBy: a.Person, SubmittedAt: tx.Now, Latest: !o.response.Correcting, // else from the next edition on
	}
	targets := indicators.Targets{}
	known, err := s.knownNow(tx, a, o.as(before), ahead, indicators.AskTargets(o.round.ID, targets))
	if err != nil {
		return row, document, err
	}
	if row.ID, row.Receipt, err = known.receipt(); err != nil {
		return row, document, err
	}
	document = o.document(row, known)
	if document.Entries, err = o.documentEntries(known, tx.Now); err != nil {
		return row, document, err
	}
	left, err := s.correct(tx, a, o, known.open, document)
	if err != nil {
		return row, document, err
	}
	if left {
		o.response.State = string(Questioned)
	}
	if row.NotChosen, err = idsOf(document.NotChosen); err != nil {
		return row, document, err
	}
	if row.Document, row.Checksum, err = document.text(); err != nil {
		return row, document, err
	}
	if err := insertSubmission(tx, row); err != nil {
		return row, document, err
	}
	if err := s.store(tx, a, before, &o.response, "response.submit", row); err != nil {
		return row, document, err
	}
	if err := s.indicators.RecordSubmission(tx, o.figures(row, document, targets)); err != nil || RoundState(o.round.State) != RoundClosed || s.candidates == nil {
		return row, document, err
	}
	return row, document, s.candidates.StoreCandidates(tx, a, o.round)
}

// document puts together what is submitted.
func (o opened) document(row models.Submission, k known) Document {
	unit := k.units[o.response.OrganisationID]
	return Document{
		Format: documentFormat, Revision: row.Revision, Receipt: row.Receipt,
		SubmittedAt: row.SubmittedAt, SubmittedBy: named(k.names, &row.SubmittedBy),
		ApprovedAt: row.ApprovedAt, ApprovedBy: named(k.names, row.ApprovedBy),
		Round: DocumentRound{
			ID: o.round.ID, Name: o.round.Name, Year: o.round.Year, Method: o.round.Method, Region: k.names[o.round.RegionID], MadeUp: o.round.MadeUp,
		},
		Municipality:  DocumentUnit{ID: unit.ID, Name: unit.Name, Number: unit.Number},
		Questionnaire: DocumentVersion{ID: o.version.ID, Catalogue: o.version.CatalogueID, Number: o.version.Number},
		LeftOut:       o.response.LeftOut,
		Answers:       o.answers(k),

		LeftOutReasons: o.reasonsInForce(), NotChosen: o.notChosen(),
	}
}

// reasonsInForce gives why goals are left out, of those that are.
func (o opened) reasonsInForce() map[int]string {
	reasons := map[int]string{}
	for goal, reason := range o.response.LeftOutReasons {
		if o.leftOut(goal) && reason != "" {
			reasons[goal] = reason
		}
	}
	return reasons
}

// idsOf writes the indicators of choices as a submission's row keeps them.
func idsOf(list []DocumentChoice) (string, error) {
	if len(list) == 0 {
		return "", nil
	}
	ids := make([]uuid.UUID, len(list))
	for i, c := range list {
		ids[i] = c.IndicatorID
	}
	text, err := json.Marshal(ids)
	return string(text), err
}

// answers lists the questions of the goals that were not left out.
func (o opened) answers(k known) []DocumentAnswer {
	list := []DocumentAnswer{}
	for _, section := range o.asked.Sections {
		if o.leftOut(section.Goal) {
			continue
		}
		for _, q := range section.Questions {
			answer := DocumentAnswer{
				Goal: section.Goal, Code: q.Code, IndicatorID: q.Indicator, VersionID: q.Version, State: NotAnswered, Year: o.round.Year,
				Additional: q.Additional, ChoiceReason: o.choices[q.Indicator].Reason,
			}
			if row, there := k.given[q.Indicator]; there && row.State != "" {
				answer.fill(row, k.names)
			}
			answer.Evidence = evidenceFor(k.evidence, q.Indicator)
			list = append(list, answer)
		}
	}
	return list
}

// fill takes an answer over. A confirmed figure keeps the year it is from.
func (d *DocumentAnswer) fill(row models.Answer, names map[uuid.UUID]string) {
	d.State, d.Value, d.Choice, d.Parts, d.Reason = AnswerState(row.State), row.Value, row.Choice, row.Parts, row.Reason
	d.Quality, d.Source, d.Comment, d.Origin = row.Quality, row.Source, row.Comment, row.Origin
	d.StatisticValue, d.StatisticYear, d.StatisticSource = row.StatisticValue, row.StatisticYear, row.StatisticSource
	d.OverrideReason, d.PriorityReason = row.OverrideReason, row.PriorityReason
	d.CaseNumber, d.Internal = row.CaseNumber, row.Internal
	d.AnsweredBy, d.AnsweredAt = named(names, row.UpdatedBy), &row.UpdatedAt
	if row.Origin == OriginStatistics && row.StatisticYear != 0 {
		d.Year = row.StatisticYear
	}
}

// evidenceFor lists what stands behind one answer.
func evidenceFor(list []Attachment, indicator uuid.UUID) []DocumentEvidence {
	var found []DocumentEvidence
	for _, a := range evidenceOf(list, indicator) {
		found = append(found, documentEvidence(a))
	}
	return found
}

func documentEvidence(a Attachment) DocumentEvidence {
	return DocumentEvidence{
		ID: a.ID, Kind: a.Kind, Name: a.Name, MediaType: a.MediaType, Size: a.Size, Checksum: a.Checksum, Link: a.Link, Title: a.Title,
	}
}

func named(names map[uuid.UUID]string, id *uuid.UUID) *DocumentPerson {
	if id == nil || names[*id] == "" {
		return nil
	}
	return &DocumentPerson{ID: *id, Name: names[*id]}
}

// figures hands the submitted answers to the indicators, exactly as they stand
// in the document.
func (o opened) figures(row models.Submission, document Document, targets indicators.Targets) indicators.Submitted {
	in := indicators.Submitted{
		SubmissionID: row.ID, RoundID: row.RoundID, QuestionnaireID: o.version.ID, OrganisationID: row.OrganisationID,
		Year: o.round.Year, Method: o.round.Method, LeftOut: o.response.LeftOut, Targets: targets, Additional: o.asked.additionalVersions(),
		Answers: make([]indicators.SubmittedAnswer, 0, len(document.Answers)),
	}
	for _, answer := range document.Answers {
		in.Answers = append(in.Answers, indicators.SubmittedAnswer{
			IndicatorID: answer.IndicatorID, State: string(answer.State), Value: answer.Value,
			Year: answer.Year, Source: answer.Source, Quality: answer.Quality, PriorityReason: answer.PriorityReason,
		})
	}
	return in
}
