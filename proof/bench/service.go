package main

import (
	"context"
	"errors"
	"path/filepath"

	"loftet/proof/stand"
)

// service is a running service on a filled database.
type service struct {
	*stand.Service
	*stand.Country
	b       *bench
	on      database
	address string // of the database
}

// filled is a database with what is in it.
type filled struct {
	address string
	country *stand.Country
}

// serve starts the service on a database of this name, which the first who asks
// for it fills.
func (b *bench) serve(ctx context.Context, on database, name string, plan stand.Plan) (*service, error) {
	key := on.name + "/" + name
	f, there := b.filled[key]
	if !there {
		var err error
		if f.address, err = on.fresh(ctx, name); err != nil {
			return nil, err
		}
		if f.country, err = stand.Fill(ctx, f.address, plan); err != nil {
			return nil, err
		}
		b.filled[key] = f
		b.say("  filled")
	}
	s, err := stand.Start(ctx, stand.Setting{Binary: b.binary, Database: f.address, Env: []string{"LOFTET_DATA=" + filepath.Join(b.dir, name)}})
	if err != nil {
		return nil, err
	}
	return &service{Service: s, Country: f.country, b: b, on: on, address: f.address}, nil
}

// with does something with a running service.
func (b *bench) with(ctx context.Context, on database, name string, plan stand.Plan, do func(*service) error) (err error) {
	s, err := b.serve(ctx, on, name, plan)
	if err != nil {
		return err
	}
	defer s.end(&err)
	return do(s)
}

// end stops the service; it must go in order.
func (s *service) end(err *error) {
	code, stopped := s.Stop()
	if stopped == nil && code != 0 {
		stopped = errors.New("the service ended badly:\n" + s.Log())
	}
	*err = errors.Join(*err, stopped)
}

// asked warms up, lets clients ask and looks at the process meanwhile.
func (s *service) asked(ctx context.Context, what string, l load) (Row, error) {
	got, err := s.sample(ctx, l)
	if err == nil && len(got.times) == 0 {
		err = errors.New(what + ": there was nothing to ask")
	}
	return s.row(what, l.clients, got), err
}

func (s *service) sample(ctx context.Context, l load) (sample, error) {
	l.url = s.URL + "/api/v1"
	return l.watch(ctx, process(s.PID()))
}

// row makes a row of what was measured and keeps the highest memory.
func (s *service) row(what string, clients int, got sample) Row {
	if highest := s.b.highest[s.on.name]; got.peak > highest.Peak {
		s.b.highest[s.on.name] = Row{What: whatMemory, Note: what, Database: s.on.name, Peak: got.peak, Now: got.now}
	}
	return got.row(what, s.on.name, clients)
}

// watch warms up, lets clients ask and looks at the answering process meanwhile.
func (l *load) watch(ctx context.Context, p process) (sample, error) {
	l.open()
	defer l.close()
	if !l.noWarmUp {
		if _, err := l.run(ctx, min(warmUp, l.within)); err != nil {
			return sample{}, err
		}
	}
	if err := p.forgetPeak(); err != nil {
		return sample{}, err
	}
	before, err := p.cpu()
	if err != nil {
		return sample{}, err
	}
	got, err := l.run(ctx, l.within)
	if err != nil {
		return got, err
	}
	after, err := p.cpu()
	if err != nil {
		return got, err
	}
	got.cpu = after - before
	got.peak, got.now, err = p.memory()
	return got, err
}
