package surveys

import (
	"maps"
	"slices"

	"github.com/google/uuid"

	"loftet/internal/fault"
	"loftet/models"
	"loftet/orgs"
)

// AssignmentState is how it stands with a section that was handed to a colleague.
type AssignmentState string

// The states. A section that was taken back or accepted is the respondents' again.
const (
	AssignmentNotStarted AssignmentState = "not_started"
	AssignmentStarted    AssignmentState = "started"
	AssignmentAnswered   AssignmentState = "answered" // the colleague says it is done
	AssignmentTakenBack  AssignmentState = "taken_back"
	AssignmentAccepted   AssignmentState = "accepted"
)

// outStates are those in which the section is the colleague's.
var outStates = []AssignmentState{AssignmentNotStarted, AssignmentStarted, AssignmentAnswered}

// assignmentStep is one line of the table: from which states another may follow, and
// whether the colleague brings it about or the respondents do.
type assignmentStep struct {
	to     AssignmentState
	from   []AssignmentState
	holder bool // the colleague may
	others bool // who may edit the response may
}

var assignmentSteps = []assignmentStep{
	{to: AssignmentAnswered, from: []AssignmentState{AssignmentNotStarted, AssignmentStarted}, holder: true},
	{to: AssignmentTakenBack, from: outStates, others: true},
	{to: AssignmentAccepted, from: []AssignmentState{AssignmentAnswered}, others: true},
}

// mayMove checks a step against the table: NotFound for a link that reaches for what
// is not its own to do, a Conflict for the wrong state or the wrong person.
func mayMove(a orgs.Actor, row models.Assignment, to AssignmentState) error {
	i := slices.IndexFunc(assignmentSteps, func(s assignmentStep) bool { return s.to == to })
	if i < 0 {
		return fault.InvalidFields(fault.OnField("to", "not_in_list"))
	}
	step := assignmentSteps[i]
	switch {
	case a.Section != nil && !step.holder:
		return fault.New(fault.Denied, "not-your-role")
	case !slices.Contains(step.from, AssignmentState(row.State)):
		return fault.New(fault.Conflict, "assignment-state", "state", row.State)
	case holds(a, row) && !step.holder && !(step.others && to == AssignmentTakenBack):
		return fault.New(fault.Conflict, "own-assignment", "name", row.Name)
	case !holds(a, row) && !step.others:
		return fault.New(fault.Conflict, "not-handed-to-you", "name", row.Name)
	}
	return nil
}

// holds tells whether a section is in the actor's hands. The service itself may
// always answer.
func holds(a orgs.Actor, row models.Assignment) bool {
	return a.System != "" || row.PersonID != nil && *row.PersonID == a.Person && a.Person != uuid.Nil
}

// locked refuses to change a section that somebody else has, and says who.
func (o opened) locked(a orgs.Actor, goal int) error {
	row, out := o.handed[goal]
	if !out || holds(a, row) {
		return nil
	}
	return handedOut(goal, row)
}

// handedOut says who has a section, and until when.
func handedOut(goal int, row models.Assignment) error {
	return fault.New(fault.Conflict, "section-handed-out", "section", sectionInWords(goal), "name", row.Name, "deadline", fault.Day(row.Deadline))
}

// sectionInWords names a section in the middle of a sentence.
func sectionInWords(goal int) fault.Field {
	if goal == 0 {
		return fault.OnField("", "the_general_questions")
	}
	return fault.OnField("", "the_goal", "goal", goal)
}

// noneOut refuses to change what a response asks while somebody answers a section of it,
// whose questions would change before them.
func (o opened) noneOut() error {
	for _, goal := range slices.Sorted(maps.Keys(o.handed)) {
		return handedOut(goal, o.handed[goal])
	}
	return nil
}

// allIn refuses a response of which a section is out still.
func (o opened) allIn() error {
	for _, goal := range slices.Sorted(maps.Keys(o.handed)) {
		return fault.New(fault.Conflict, "section-out", "section", sectionInWords(goal), "name", o.handed[goal].Name)
	}
	return nil
}
