package api

// convertAll converts every item of a list. The result is never nil, so that an
// empty list is written as [].
func convertAll[Domain, Wire any](items []Domain, convert func(Domain) Wire) []Wire {
	converted := make([]Wire, len(items))
	for i, item := range items {
		converted[i] = convert(item)
	}
	return converted
}

// textOrNil leaves out a text that is empty.
func textOrNil(text string) *string {
	if text == "" {
		return nil
	}
	return &text
}

// valueOf gives what a parameter holds, or the zero value where it is absent.
func valueOf[T any](p *T) T {
	if p == nil {
		var zero T
		return zero
	}
	return *p
}

// positiveOrNil leaves out a number that is 0.
func positiveOrNil(n int) *int {
	if n <= 0 {
		return nil
	}
	return &n
}
