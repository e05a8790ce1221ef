package expr

import (
	"fmt"
	"math"
	"regexp"
	"strconv"
	"strings"
	"time"

	"cel.dev/cel-go/common/types"
	"cel.dev/cel-go/common/types/ref"
)

// moment is a date with or without a time of the day; an offset from UTC is read
// over, as people mean the clock on their wall.
var moment = regexp.MustCompile(`^([0-9]{4}-[0-9]{2}-[0-9]{2})(?:T([0-9]{2}):([0-9]{2})(?::([0-9]{2})(?:\.([0-9]{1,3})[0-9]*)?)?(?:Z|[+-][0-9]{2}:?[0-9]{2})?)?$`)

const (
	firstYear, lastYear = 1000, 9999
	msADay              = 24 * 60 * 60 * 1000
)

// parseMoment reads a date between the years 1000 and 9999.
func parseMoment(written string) (time.Time, bool) {
	parts := moment.FindStringSubmatch(written)
	if parts == nil {
		return time.Time{}, false
	}
	day, err := time.Parse(time.DateOnly, parts[1])
	if err != nil || day.Year() < firstYear {
		return time.Time{}, false
	}
	var of [4]int
	for i, part := range []string{parts[2], parts[3], parts[4], (parts[5] + "000")[:3]} {
		of[i], _ = strconv.Atoi(part) // digits, or nothing for zero
	}
	if of[0] > 23 || of[1] > 59 || of[2] > 59 {
		return time.Time{}, false
	}
	return day.Add(time.Duration(of[0])*time.Hour + time.Duration(of[1])*time.Minute +
		time.Duration(of[2])*time.Second + time.Duration(of[3])*time.Millisecond), true
}

func daysOf(a ...ref.Val) ref.Val {
	at, ok := parseMoment(str(a[0]))
	if !ok {
		return nothing
	}
	return types.Double(float64(at.UnixMilli()) / msADay)
}

// maxDays is further away than any date that is known.
const maxDays = 4_000_000

func dateOf(a ...ref.Val) ref.Val {
	if days, isNumber := a[0].(types.Double); isNumber {
		n := math.Floor(float64(days))
		if !finite(n) || math.Abs(n) > maxDays {
			return nothing
		}
		at := time.Unix(0, 0).UTC().AddDate(0, 0, int(n))
		if at.Year() < firstYear || at.Year() > lastYear {
			return nothing
		}
		return types.String(at.Format(time.DateOnly))
	}
	begins := str(a[0])
	if at, ok := parseMoment(begins[:min(len(begins), len(time.DateOnly))]); ok {
		return types.String(at.Format(time.DateOnly))
	}
	return nothing
}

// formatDate puts the parts of a date into a text; a sign after % that is none
// of them gives nothing.
func formatDate(a ...ref.Val) ref.Val {
	at, ok := parseMoment(str(a[0]))
	if !ok {
		return nothing
	}
	parts := map[rune]string{
		'Y': at.Format("2006"), 'y': at.Format("06"), 'm': at.Format("01"), 'n': at.Format("1"), 'b': at.Format("Jan"),
		'd': at.Format("02"), 'e': at.Format("2"), 'a': at.Format("Mon"), 'H': at.Format("15"), 'h': strconv.Itoa(at.Hour()),
		'M': at.Format("04"), 'S': at.Format("05"), '3': fmt.Sprintf("%03d", at.Nanosecond()/int(time.Millisecond)), '%': "%",
	}
	var out strings.Builder
	marked := false
	for _, sign := range str(a[1]) {
		switch {
		case marked:
			part, known := parts[sign]
			if !known {
				return nothing
			}
			out.WriteString(part)
			marked = false
		case sign == '%':
			marked = true
		default:
			out.WriteRune(sign)
		}
	}
	if marked {
		return nothing
	}
	return types.String(out.String())
}
