package surveys

// maskGround is why something is masked to those outside: it is a note that the
// municipality made for its own work. Whoever wants to see it asks the municipality.
const maskGround = "offentleglova § 14"

// mask takes away what the municipality keeps internal, and says with the answer on
// which ground. It tells whether there was any.
func (d *Document) mask() bool {
	found := false
	for i := range d.Answers {
		answer := &d.Answers[i]
		if answer.Internal && (answer.Source != "" || answer.Comment != "" || len(answer.Evidence) > 0) {
			answer.Source, answer.Comment, answer.Evidence, answer.Masked = "", "", nil, maskGround
			found = true
		}
	}
	return found
}
