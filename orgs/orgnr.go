package orgs

import "strings"

// orgNumberWeights are those of the Norwegian register of entities: the ninth
// digit is chosen so that the weighted sum of all nine is a multiple of 11.
var orgNumberWeights = [9]int{3, 2, 7, 6, 5, 4, 3, 2, 1}

// OrgNumber reads a Norwegian organisation number, written with or without
// spaces. It gives the nine digits, and whether they begin as such numbers do
// (8 or 9) and their check digit is right.
func OrgNumber(text string) (string, bool) {
	digits := strings.ReplaceAll(text, " ", "")
	if len(digits) != 9 || digits[0] != '8' && digits[0] != '9' {
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
