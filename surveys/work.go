package surveys

import (
	"loftet/indicators"
	"loftet/indicators/catalogue"
	"loftet/surveys/form"
)

// WorkKind is what it takes to answer a question.
type WorkKind string

// The kinds, from the least to the most.
const (
	ConfirmWork WorkKind = "confirm" // statistics have a figure: look at it and confirm
	LookUpWork  WorkKind = "look_up" // statistics have one somewhere, not yet here
	JudgeWork   WorkKind = "judge"   // yes, partly or no, after asking a colleague
	CountWork   WorkKind = "count"   // a figure that the municipality alone can find
	PartsWork   WorkKind = "parts"   // several figures of that kind
	ReadWork    WorkKind = "read"    // reading through and approving, once
)

// workKinds says how many minutes a question of each kind is taken to need. These
// are assumptions of ours, told wherever a sum of them is; hours that municipalities
// log will show how good they are.
var workKinds = []struct {
	kind    WorkKind
	minutes int
}{{ConfirmWork, 1}, {LookUpWork, 10}, {JudgeWork, 15}, {CountWork, 30}, {PartsWork, 45}, {ReadWork, 60}}

// Work is how much there is of a kind, and the minutes for each.
type Work struct {
	Kind  WorkKind
	Count int
	Each  int
}

// workFor tells what a question takes.
func workFor(d indicators.Definition, filled bool) WorkKind {
	switch {
	case filled:
		return ConfirmWork
	case d.Prefillable == "yes":
		return LookUpWork
	case catalogue.Type(d.Type) == catalogue.YesPartlyNo:
		return JudgeWork
	case len(d.Parts) > 0:
		return PartsWork
	}
	return CountWork
}

// workForOwn tells what an own question takes.
func workForOwn(kind form.Kind) WorkKind {
	switch {
	case kind == form.Parts:
		return PartsWork
	case kind.Number():
		return CountWork
	}
	return JudgeWork
}

// minutesFor gives the minutes that one question of a kind takes.
func minutesFor(kind WorkKind) int {
	for _, k := range workKinds {
		if k.kind == kind {
			return k.minutes
		}
	}
	return 0
}

// workOf sums questions up by kind, in the order of the kinds, and gives the minutes
// in all.
func workOf(counts map[WorkKind]int) (work []Work, minutes int) {
	for _, k := range workKinds {
		if n := counts[k.kind]; n > 0 {
			work = append(work, Work{Kind: k.kind, Count: n, Each: k.minutes})
			minutes += n * k.minutes
		}
	}
	return work, minutes
}
