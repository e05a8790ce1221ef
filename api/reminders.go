package api

import (
	"context"
	"time"

	"loftet/api/contract"
	"loftet/models"
	"loftet/surveys"
)

// ExtendRound moves the deadline of a round that is open.
func (s *Server) ExtendRound(ctx context.Context, r contract.ExtendRoundRequestObject) (contract.ExtendRoundResponseObject, error) {
	round, err := s.Surveys.ExtendRound(ctx, who(ctx), r.RoundID, r.Body.ClosesAt, r.Body.Reason)
	if err != nil {
		return nil, withCurrent(err, toRound)
	}
	return contract.ExtendRound200JSONResponse{
		Body: toRound(round), Headers: contract.ExtendRound200ResponseHeaders{ETag: etag(round.Version)},
	}, nil
}

// ListRoundExtensions gives the deadlines that were moved.
func (s *Server) ListRoundExtensions(ctx context.Context, r contract.ListRoundExtensionsRequestObject) (contract.ListRoundExtensionsResponseObject, error) {
	list, err := s.Surveys.RoundExtensions(ctx, who(ctx), r.RoundID)
	if err != nil {
		return nil, err
	}
	return contract.ListRoundExtensions200JSONResponse{Items: convertAll(list, func(e models.RoundExtension) contract.RoundExtension {
		return contract.RoundExtension{ClosedBefore: e.ClosedBefore, ClosesAt: e.ClosesAt, Reason: e.Reason, At: e.CreatedAt}
	})}, nil
}

// ListRoundReminders gives when those who have not submitted are reminded.
func (s *Server) ListRoundReminders(ctx context.Context, r contract.ListRoundRemindersRequestObject) (contract.ListRoundRemindersResponseObject, error) {
	set, err := s.Surveys.RoundReminders(ctx, who(ctx), r.RoundID)
	if err != nil {
		return nil, err
	}
	return contract.ListRoundReminders200JSONResponse{
		Body: toReminders(set), Headers: contract.ListRoundReminders200ResponseHeaders{ETag: etag(set.Round.Version)},
	}, nil
}

// SetRoundReminders sets the times that are still to come.
func (s *Server) SetRoundReminders(ctx context.Context, r contract.SetRoundRemindersRequestObject) (contract.SetRoundRemindersResponseObject, error) {
	version, err := ifMatch(r.Params.IfMatch)
	if err != nil {
		return nil, err
	}
	set, err := s.Surveys.SetReminders(ctx, who(ctx), r.RoundID, version, r.Body.Times)
	if err != nil {
		return nil, withCurrent(err, toReminders)
	}
	return contract.SetRoundReminders200JSONResponse{
		Body: toReminders(set), Headers: contract.SetRoundReminders200ResponseHeaders{ETag: etag(set.Round.Version)},
	}, nil
}

// RemindNow reminds at once those who have not submitted.
func (s *Server) RemindNow(ctx context.Context, r contract.RemindNowRequestObject) (contract.RemindNowResponseObject, error) {
	set, err := s.Surveys.RemindNow(ctx, who(ctx), r.RoundID)
	if err != nil {
		return nil, err
	}
	return contract.RemindNow200JSONResponse{
		Body: toReminders(set), Headers: contract.RemindNow200ResponseHeaders{ETag: etag(set.Round.Version)},
	}, nil
}

func toReminders(r surveys.Reminders) contract.RoundReminders {
	reminders := contract.RoundReminders{Left: r.Left, Version: r.Round.Version, Usual: r.Usual,
		Items: convertAll(r.Times, func(one models.RoundReminder) contract.RoundReminder {
			return contract.RoundReminder{RemindAt: one.RemindAt, SentAt: one.SentAt, Recipients: one.Recipients}
		})}
	if reminders.Usual == nil {
		reminders.Usual = []time.Time{}
	}
	return reminders
}
