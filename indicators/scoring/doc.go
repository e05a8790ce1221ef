// Package scoring turns indicator values into scores, colours, goal scores, an
// index and ranks, by named methods, so that every published figure can be
// computed again by anyone.
//
// The order of work: a [Spec] is checked once into a [Scale]; a [Method] gives
// the [Result] of one [Observation] on a scale, the [GoalResult] of a goal's
// results and the [IndexResult] of the goals; [Evaluate] does all of it for a
// snapshot of many units, with ranks and, where asked for, the regional fill.
//
// The package must never read a database, a file or the clock, never round a
// score, never take a missing value for zero, and never let NaN or an infinity
// out. The same input gives the same output, whatever its order.
package scoring
