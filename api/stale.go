package api

import "loftet/internal/fault"

// withCurrent puts the record as it is now into a Stale fault in the form of
// the contract. Other errors pass unchanged.
func withCurrent[Domain, Wire any](err error, convert func(Domain) Wire) error {
	stale, ok := fault.As(err)
	if !ok || stale.Kind != fault.Stale {
		return err
	}
	record, ok := stale.Current.(Domain)
	if !ok {
		return err
	}
	converted := *stale
	converted.Current = convert(record)
	return &converted
}
