package demo

import "context"

func (l *loader) offer(_ context.Context) error { return nil }
