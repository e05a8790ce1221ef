package main

import (
	"context"
	"errors"
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

// serve fills a fresh database and starts the service on it.
func (b *bench) serve(ctx context.Context, on database, name string, plan stand.Plan) (*service, error) {
	address, err := on.fresh(ctx, name)
	if err != nil {
		return nil, err
	}
	country, err := stand.Fill(ctx, address, plan)
	if err != nil {
		return nil, err
	}
	b.say("  filled")
	s, err := stand.Start(ctx, stand.Setting{Binary: b.binary, Database: address, Env: []string{"LOFTET_DATA=" + b.dir + "/" + name}})
	if err != nil {
		return nil, err
	}
	return &service{Service: s, Country: country, b: b, on: on, address: address}, nil
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
		s.b.highest[s.on.name] = Row{What: whatMemory, Database: s.on.name, Peak: r.Peak, Now: r.Now}
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
	if _, err := l.run(ctx, min(warmUp, l.within)); err != nil {
		return Row{}, err
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
