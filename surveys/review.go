package surveys

import (
	"context"
	"maps"
	"slices"
	"strings"

	"github.com/google/uuid"

	"loftet/internal/fault"
	"loftet/models"
	"loftet/orgs"
)

// SendForReview hands a response to the approver. It is refused, with the list,
// while a question has no answer.
func (s *Service) SendForReview(ctx context.Context, a orgs.Actor, id uuid.UUID) (ResponseDetail, error) {
	return s.act(ctx, a, id, SendForReview, "", func(tx *models.Tx, o *opened) error {
		o.response.ReturnReason = ""
		if err := o.allIn(); err != nil {
			return err
		}
		return s.incomplete(tx, a, *o)
	})
}

// ReturnResponse sends a response that waits for approval, or has it, back to
// the respondent with a reason. An approval is taken away.
func (s *Service) ReturnResponse(ctx context.Context, a orgs.Actor, id uuid.UUID, reason string) (ResponseDetail, error) {
	return s.act(ctx, a, id, Return, reason, func(_ *models.Tx, o *opened) error {
		o.response.ReturnReason, o.response.ApprovedBy, o.response.ApprovedAt = strings.TrimSpace(reason), nil, nil
		return nil
	})
}

// ApproveResponse approves a response for submitting, as the actor has read it in
// ifVersion, and keeps who did and when. It takes
// four eyes, see [fourEyes]. A stale version is a fault whose Current
// is a [ResponseDetail].
func (s *Service) ApproveResponse(ctx context.Context, a orgs.Actor, id uuid.UUID, ifVersion int) (ResponseDetail, error) {
	return s.act(ctx, a, id, Approve, "", func(tx *models.Tx, o *opened) error {
		if o.response.Version != ifVersion {
			return s.staleResponse(tx, a, id)
		}
		if err := fourEyes(tx, a, *o); err != nil {
			return err
		}
		o.response.ApprovedAt = moment(tx.Now)
		if a.SignedIn() {
			o.response.ApprovedBy = &a.Person
		}
		return nil
	})
}

func (s *Service) staleResponse(tx *models.Tx, a orgs.Actor, id uuid.UUID) error {
	now, err := s.detailOf(tx, a, id)
	if err != nil {
		return err
	}
	return &fault.Fault{Kind: fault.Stale, Code: "stale", Current: now}
}

// ReopenResponse takes a submitted response up again, with a reason, so that it
// can be corrected in a new revision. What was submitted stays and counts until
// then.
func (s *Service) ReopenResponse(ctx context.Context, a orgs.Actor, id uuid.UUID, reason string) (ResponseDetail, error) {
	return s.act(ctx, a, id, Reopen, reason, func(_ *models.Tx, o *opened) error {
		o.response.ReturnReason, o.response.ApprovedBy, o.response.ApprovedAt = strings.TrimSpace(reason), nil, nil
		return nil
	})
}

// act takes a response one step of the table further. Change does what else
// belongs to the step, on the row that is about to be written.
func (s *Service) act(ctx context.Context, a orgs.Actor, id uuid.UUID, action Action, reason string,
	change func(tx *models.Tx, o *opened) error,
) (ResponseDetail, error) {
	var detail ResponseDetail
	err := s.db.Write(ctx, func(tx *models.Tx) error {
		o, err := s.hold(tx, a, id)
		if err != nil {
			return err
		}
		if err := mayAct(a, o.situation(), action, reason); err != nil {
			return err
		}
		before := o.response
		if err := change(tx, &o); err != nil {
			return err
		}
		o.response.State = string(action.leadsTo(ResponseState(before.State)))
		if err := s.store(tx, a, before, &o.response, "response."+string(action)); err != nil {
			return err
		}
		detail, err = s.detailOf(tx, a, id)
		return err
	})
	return detail, err
}

// ChooseGoal leaves a goal out of a response, or takes it in again. At least one
// goal must stay. Answers of a goal that is left out are kept, but not
// submitted. To leave one out takes a reason, which is kept as long.
func (s *Service) ChooseGoal(ctx context.Context, a orgs.Actor, id uuid.UUID, goal int, leftOut bool, reason string) (ResponseDetail, error) {
	var detail ResponseDetail
	err := s.db.Write(ctx, func(tx *models.Tx) error {
		o, err := s.hold(tx, a, id)
		if err != nil {
			return err
		}
		// What is asked for all goals together is nobody's to leave out.
		if _, asked := o.asked.section(goal); !asked || goal == 0 {
			return fault.Missing()
		}
		if err := mayAct(a, o.situation(), Edit, ""); err != nil {
			return err
		}
		if err := o.locked(a, goal); err != nil {
			return err
		}
		reason = strings.TrimSpace(reason)
		if leftOut && !saysWhy(reason) {
			return fault.InvalidFields(fault.OnField("reason", "reason_required", "min", minReason))
		}
		if o.leftOut(goal) != leftOut || leftOut && reason != o.response.LeftOutReasons[goal] {
			before := o.response
			o.response.LeftOutReasons = withReason(o.response.LeftOutReasons, goal, leftOut, reason)
			o.response.LeftOut = without(o.response.LeftOut, goal)
			if leftOut {
				o.response.LeftOut = append(o.response.LeftOut, goal)
				slices.Sort(o.response.LeftOut)
			}
			if !o.answersAGoal() {
				return fault.New(fault.Conflict, "last-goal")
			}
			if err := s.store(tx, a, before, &o.response, "response.choose_goal"); err != nil {
				return err
			}
		}
		detail, err = s.detailOf(tx, a, id)
		return err
	})
	return detail, err
}

func (o opened) leftOut(goal int) bool { return slices.Contains(o.response.LeftOut, goal) }

// answersAGoal tells whether there is a goal left that the response answers.
func (o opened) answersAGoal() bool {
	return slices.ContainsFunc(o.asked.Sections, func(s QuestionnaireSection) bool { return s.Goal != 0 && !o.leftOut(s.Goal) })
}

// withReason gives the reasons with that of one goal, or without it.
func withReason(reasons map[int]string, goal int, leftOut bool, reason string) map[int]string {
	now := map[int]string{}
	maps.Copy(now, reasons)
	delete(now, goal)
	if leftOut && reason != "" {
		now[goal] = reason
	}
	return now
}

func without(goals []int, goal int) []int {
	rest := []int{}
	for _, g := range goals {
		if g != goal {
			rest = append(rest, g)
		}
	}
	return rest
}

// responseRecord is what the audit keeps of a response.
type responseRecord struct {
	State   string `json:"state"`
	LeftOut []int  `json:"leftOut"`

	LeftOutReasons map[int]string `json:"leftOutReasons,omitempty"`

	Revision   int        `json:"revision"`
	Reason     string     `json:"reason,omitempty"`
	ApprovedBy *uuid.UUID `json:"approvedBy,omitempty"`
	Receipt    string     `json:"receipt,omitempty"`
	Checksum   string     `json:"checksum,omitempty"`
	Edition    *uuid.UUID `json:"edition,omitempty"` // the questionnaire version it was moved to
}

// store writes a changed response with its audit row; a fault Stale when
// somebody else changed it first.
func (s *Service) store(tx *models.Tx, a orgs.Actor, before models.Response, after *models.Response, action string, subs ...models.Submission) error {
	if err := updateResponse(tx, after); err != nil {
		return err
	}
	record := func(r models.Response) responseRecord {
		return responseRecord{
			State: r.State, LeftOut: r.LeftOut, Revision: r.Revision, Reason: r.ReturnReason, ApprovedBy: r.ApprovedBy,
			LeftOutReasons: r.LeftOutReasons, Edition: r.QuestionnaireVersionID,
		}
	}
	now := record(*after)
	for _, sub := range subs {
		now.Receipt, now.Checksum = sub.Receipt, sub.Checksum
	}
	return orgs.Audit(tx, a, orgs.Change{
		Action: action, Kind: "response", ID: after.ID.String(), Before: record(before), After: now,
	})
}

// CorrectResponse opens a response again after its round froze, with a reason, so that
// the municipality can correct it. What was submitted counts until the next edition of
// the results takes the correction in.
func (s *Service) CorrectResponse(ctx context.Context, a orgs.Actor, id uuid.UUID, reason string) (Review, error) {
	var review Review
	err := s.db.Write(ctx, func(tx *models.Tx) error {
		o, err := s.holdSubmitted(tx, a, id)
		if err != nil {
			return err
		}
		if err := mayAct(a, o.situation(), Correct, reason); err != nil {
			return err
		}
		before := o.response
		o.response.State, o.response.Correcting = string(Correct.leadsTo(ResponseState(before.State))), true
		o.response.ReturnReason, o.response.ApprovedBy, o.response.ApprovedAt = strings.TrimSpace(reason), nil, nil
		if err := s.store(tx, a, before, &o.response, "response.correct"); err != nil {
			return err
		}
		review, err = s.review(tx, a, id)
		return err
	})
	return review, err
}
