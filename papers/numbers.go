package papers

import (
	"fmt"
	"strconv"
	"strings"
	"time"
)

// decimal writes a score with one decimal, as both forms of Norwegian do.
func decimal(x float64) string {
	return strings.Replace(strconv.FormatFloat(x, 'f', 1, 64), ".", ",", 1)
}

// signed writes a change with its sign; "0" for none that is seen.
func signed(x float64) string {
	switch text := decimal(x); {
	case text == "0,0" || text == "-0,0":
		return "0"
	case x > 0:
		return "+" + text
	default:
		return strings.Replace(text, "-", "−", 1)
	}
}

// line makes a name fit for a place within a line of a text.
func line(s string) string { return strings.Join(strings.Fields(s), " ") }

func list(items []string) string {
	if len(items) < 2 {
		return strings.Join(items, "")
	}
	return strings.Join(items[:len(items)-1], ", ") + " og " + items[len(items)-1]
}

var months = []string{"januar", "februar", "mars", "april", "mai", "juni", "juli", "august", "september", "oktober", "november", "desember"}

func day(t time.Time) string { return fmt.Sprintf("%d. %s %d", t.Day(), months[t.Month()-1], t.Year()) }
