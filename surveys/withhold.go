package surveys

// withholdGround is why something is withheld from those outside: it is a note that
// the municipality made for its own work. Whoever wants to see it asks the
// municipality, which decides.
const withholdGround = "offentleglova § 14"

// withhold takes away what the municipality keeps internal, and says with the answer
// on which ground. It tells whether there was any.
func (d *Document) withhold() bool {
	found := false
	for i := range d.Answers {
		answer := &d.Answers[i]
		if answer.Internal && (answer.Source != "" || answer.Comment != "" || len(answer.Evidence) > 0) {
			answer.Source, answer.Comment, answer.Evidence, answer.Withheld = "", "", nil, withholdGround
			found = true
		}
	}
	return found
}
