package orgs

import "strings"

// orgNumberWeights are those of the Norwegian register of entities: the ninth
// digit is chosen so that the weighted sum of all nine is a multiple of 11.
var orgNumberWeights = [9]int{3, 2, 7, 6, 5, 4, 3, 2, 1}

// OrgNumber reads a Norwegian organisation number, written with or without
// spaces. It gives the nine digits, and whether their check digit is right.
// Numbers in use begin with 8 or 9, but the register may open other series, and
// made-up ones for trials begin otherwise.
func OrgNumber(text string) (string, bool) {
	digits := strings.ReplaceAll(text, " ", "")
	if len(digits) != 9 || digits[0] == '0' {
		return "", false
	}
	sum := 0
	for i, weight := range orgNumberWeights {
		d := digits[i]
		if d < '0' || d > '9' {
			return "", false
		}
		sum += weight * int(d-'0')
	}
	return digits, sum%11 == 0
}
