package fault

import "strconv"

// Section is the goal of a section among the values of a fault, 0 for the general
// questions: a sentence has it in words.
type Section int

// In names the section in the middle of a sentence in nb, nn or en.
func (s Section) In(language string) string {
	switch {
	case s == 0 && language == "en":
		return "the general questions"
	case s == 0 && language == "nn":
		return "dei generelle spørsmåla"
	case s == 0:
		return "de generelle spørsmålene"
	case language == "en":
		return "goal " + strconv.Itoa(int(s))
	}
	return "mål " + strconv.Itoa(int(s))
}
