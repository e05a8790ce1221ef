package expr

import (
	"encoding/json"
	"math"
	"regexp"
	"strconv"
	"strings"

	"cel.dev/cel-go/cel"
	"cel.dev/cel-go/common/types"
	"cel.dev/cel-go/common/types/ref"
)

// result gives a number, or nothing where it is none that counts.
func result(v float64) ref.Val {
	if !finite(v) {
		return nothing
	}
	return types.Double(v)
}

func float(v ref.Val) float64 { return float64(v.(types.Double)) }

func ofNumber(of func(v float64) float64) form {
	return form{args: []*cel.Type{number}, result: number, run: func(a ...ref.Val) ref.Val { return result(of(float(a[0]))) }}
}

func ofNumbers(of func(a, b float64) float64) form {
	return form{args: []*cel.Type{number, number}, result: number, run: func(a ...ref.Val) ref.Val {
		return result(of(float(a[0]), float(a[1])))
	}}
}

func truncated(v float64) float64 { return math.Trunc(v) }
func floor(v float64) float64     { return math.Floor(v) }
func ceil(v float64) float64      { return math.Ceil(v) }
func abs(v float64) float64       { return math.Abs(v) }
func sqrt(v float64) float64      { return math.Sqrt(v) }
func mod(a, b float64) float64    { return math.Mod(a, b) }

// maxPower bounds pow.
const maxPower = 64

// pow multiplies one by one: libraries differ in the last digit of a power.
func pow(base, exponent float64) float64 {
	if exponent != math.Trunc(exponent) || math.Abs(exponent) > maxPower {
		return math.NaN()
	}
	v := 1.0
	for range int(math.Abs(exponent)) {
		v *= base
	}
	if exponent < 0 {
		return 1 / v
	}
	return v
}

// maxDigits bounds round.
const maxDigits = 15

// rounded rounds the number as it is written with the fewest digits that tell
// it, so that 1.005 gives 1.01 with two digits.
func rounded(a ...ref.Val) ref.Val {
	v, digits := float(a[0]), 0.0
	if len(a) == 2 {
		digits = float(a[1])
	}
	if !finite(v) || digits != math.Trunc(digits) || math.Abs(digits) > maxDigits {
		return nothing
	}
	whole := math.Round(shifted(math.Abs(v), int(digits)))
	return result(math.Copysign(shifted(whole, -int(digits)), v))
}

// shifted moves the point of a number by digits to the right.
func shifted(v float64, digits int) float64 {
	mantissa, exponent, _ := strings.Cut(strconv.FormatFloat(v, 'e', -1, 64), "e")
	power, err := strconv.Atoi(exponent)
	if err != nil {
		return math.NaN()
	}
	moved, err := strconv.ParseFloat(mantissa+"e"+strconv.Itoa(power+digits), 64)
	if err != nil {
		return math.NaN()
	}
	return moved
}

// written is a number as JavaScript writes it; empty where it is not finite.
func written(v float64) string {
	if v == 0 {
		return "0"
	}
	text, err := json.Marshal(v)
	if err != nil {
		return ""
	}
	return string(text)
}

var numeral = regexp.MustCompile(`^[+-]?([0-9]+\.?[0-9]*|\.[0-9]+)([eE][+-]?[0-9]+)?$`)

func asNumber(a ...ref.Val) ref.Val {
	switch v := a[0].(type) {
	case types.Double:
		return result(float64(v))
	case types.Bool:
		if v {
			return types.Double(1)
		}
		return types.Double(0)
	case types.String:
		written := strings.Trim(string(v), blanks)
		if !numeral.MatchString(written) {
			return nothing
		}
		read, err := strconv.ParseFloat(written, 64)
		if err != nil {
			return nothing
		}
		return result(read)
	}
	return nothing
}
