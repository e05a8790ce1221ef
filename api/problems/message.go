package problems

import "loftet/internal/fault"

// Message puts one field fault into words, for the places that tell what must
// be mended without refusing anything.
func (c *Catalogue) Message(field fault.Field, language string) string {
	return c.message(field, language)
}
