package surveys

import (
	"fmt"

	"github.com/google/uuid"
)

// crockford is the alphabet of Crockford's base 32, which has no I, L, O or U
// to be mistaken: https://www.crockford.com/base32.html
const crockford = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"

// receiptNumber gives the number that a submission is known by: the year and
// six characters from the last 30 bits of its id, which are random.
func receiptNumber(year int, id uuid.UUID) string {
	bits := uint32(id[12])<<24 | uint32(id[13])<<16 | uint32(id[14])<<8 | uint32(id[15])
	var digits [6]byte
	for i := range digits {
		digits[len(digits)-1-i] = crockford[bits&31]
		bits >>= 5
	}
	return fmt.Sprintf("L%d-%s", year, digits)
}
