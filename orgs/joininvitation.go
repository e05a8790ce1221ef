package orgs

import (
	"context"

	"github.com/google/uuid"

	"loftet/internal/fault"
	"loftet/models"
)

// JoinInvitation is how a municipality is told of a region's rounds.
type JoinInvitation struct {
	Cohort string // the group that it is to start with; empty leaves it as it is
	Mail   bool   // else it was told in another way, such as at a meeting
	To     string // where the letter goes; the municipality's own mailbox when empty
}

// InviteMunicipality tells a municipality of a region's rounds, by letter where it is
// wanted, with the address of the page that anybody there can open. What it decided
// before, if it did, stands in the history; it decides anew.
func (s *Service) InviteMunicipality(ctx context.Context, a Actor, regionID, organisationID uuid.UUID, in JoinInvitation) (Participation, error) {
	cohort, problem := cohortName(in.Cohort)
	if problem != nil {
		return Participation{}, problem
	}
	var p Participation
	err := s.db.Write(ctx, func(tx *models.Tx) error {
		row, err := holdParticipation(tx, a, regionID, organisationID)
		if err != nil {
			return err
		}
		if err := stepBy(&row, a, InviteToJoin, ""); err != nil {
			return err
		}
		if cohort != "" {
			row.Cohort = cohort
		}
		row.InvitedOn, row.Reason = models.DateOf(tx.Now), ""
		row.Outcome, row.DecisionBody, row.DecidedOn, row.DecisionReference = "", "", "", ""
		if err := saveParticipation(tx, a, &row, InviteToJoin); err != nil {
			return err
		}
		if in.Mail {
			if err := s.postJoinInvitation(tx, a, regionID, organisationID, plainEmail(in.To)); err != nil {
				return err
			}
		}
		p, err = participation(tx, a, regionID, organisationID)
		return err
	})
	return p, err
}

func (s *Service) postJoinInvitation(tx *models.Tx, a Actor, regionID, organisationID uuid.UUID, to string) error {
	found, err := Organisation(tx, organisationID)
	if err != nil {
		return err
	}
	region, err := Region(tx, regionID)
	if err != nil {
		return err
	}
	council, err := Organisation(tx, *region.OwnerID)
	if err != nil {
		return err
	}
	if to == "" {
		to = plainEmail(found.Mailbox)
	}
	if to == "" {
		return fault.InvalidFields(fault.OnField("to", "no_mailbox"))
	}
	if err := limitInvitations(tx, a, to); err != nil {
		return err
	}
	language := found.Language
	if language != "nn" { // neutral bodies get bokmål
		language = "nb"
	}
	return s.post(tx, letter{Kind: letterJoin, To: to, Language: language, Organisation: found.Name, Region: region.Name,
		By: council.Name, Asker: council.Mailbox, Page: "/join/" + regionID.String() + "/" + organisationID.String()})
}
