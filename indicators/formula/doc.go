// Package formula works out figures that are not asked for themselves: from the parts
// of an answer, or from other indicators of the same catalogue.
//
// A formula is an expression of [internal/expr] over numbers alone. In one with parts
// the names are the keys of the parts: "100.0 * some / all". In one without, they are
// the other indicators by [Name]: "i7_3_bldg / i7_2_total". Formulas are checked
// together, before any is evaluated: no name is unknown, none leads back to itself.
//
// It must never take a missing operand for zero, give a number that is not finite, or
// depend on anything but the operands.
package formula
