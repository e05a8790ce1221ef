package main

import (
	"context"
	"errors"
	"path/filepath"
	"time"

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
	l.url = s.URL + "/api/v1"
	r, err := l.watch(ctx, what, s.on.name, process(s.PID()))
	if err != nil {
		return r, err
	}
	if highest := s.b.highest[s.on.name]; r.Peak > highest.Peak {
		s.b.highest[s.on.name] = Row{What: whatMemory, Note: what, Database: s.on.name, Peak: r.Peak, Now: r.Now}
	}
	return r, nil
}

// echoed is the same with the echo.
func (b *bench) echoed(ctx context.Context, on database, what string, l load) (Row, error) {
	l.url = b.echo.url
	return l.watch(ctx, what, on.name, b.echo.process())
}

// watch warms up, lets clients ask and looks at the answering process meanwhile.
func (l *load) watch(ctx context.Context, what, on string, p process) (Row, error) {
	l.open()
	defer l.close()
	if !l.noWarmUp {
		if _, err := l.run(ctx, min(warmUp, l.within)); err != nil {
			return Row{}, err
		}
	}
	if err := p.forgetPeak(); err != nil {
		return Row{}, err
	}
	before, err := p.cpu()
	if err != nil {
		return Row{}, err
	}
	got, err := l.run(ctx, l.within)
	if err != nil {
		return Row{}, err
	}
	if len(got.times) == 0 {
		return Row{}, errors.New(what + ": nothing was left to measure")
	}
	after, err := p.cpu()
	if err != nil {
		return Row{}, err
	}
	r := got.row(what, on, l.clients)
	n := int64(len(got.times))
	r.CPU, r.Bytes = (after-before)/time.Duration(n), got.bytes/n
	r.Peak, r.Now, err = p.memory()
	return r, err
}
