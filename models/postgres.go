package models

import (
	"context"
	"database/sql/driver"
	"fmt"
	"time"

	"github.com/jackc/pgx/v5"
	"github.com/jackc/pgx/v5/pgtype"
	"github.com/jackc/pgx/v5/stdlib"
	"golang.org/x/sync/semaphore"
	"gorm.io/driver/postgres"

	"loftet/internal/clock"
)

const (
	// connectWithin is how long a new connection may take.
	connectWithin = 5 * time.Second
	// aliveWithin is how long a connection that lay idle may take to show that
	// it is still there. One that a firewall has forgotten would else use up all
	// the time that the next request has.
	aliveWithin = 2 * time.Second
	// writers is how many transactions write at a time. More would not be done
	// sooner, but each would wait longer for the others, and some for very long.
	writers = 8
	// statementWithin is how long a statement of the job queue may take.
	statementWithin = 5 * time.Second
)

func openPostgres(address string, clk clock.Clock) (*DB, error) {
	cfg, err := pgx.ParseConfig(address)
	if err != nil {
		return nil, fmt.Errorf("read database address: %w", err)
	}
	if cfg.ConnectTimeout == 0 {
		cfg.ConnectTimeout = connectWithin
	}
	options := []stdlib.OptionOpenDB{
		stdlib.OptionAfterConnect(ourTypes), stdlib.OptionShouldPing(closeDead), stdlib.OptionResetSession(refuseClosed),
	}
	g, err := openGorm(postgres.New(postgres.Config{Conn: pipelinedPool{stdlib.OpenDB(*cfg, options...)}}), clk)
	if err != nil {
		return nil, err
	}
	limit(g, 20)
	unwatched := cfg.Copy()
	unwatched.Tracer = patience{}
	jobs := stdlib.OpenDB(*unwatched, options...)
	jobs.SetMaxOpenConns(4)
	return &DB{Dialect: Postgres, Clock: clk, writer: g, reader: g, jobs: jobs, line: semaphore.NewWeighted(writers)}, nil
}

// ourTypes keeps times in UTC, which pgx would hand out in the machine's zone,
// and teaches it our ids.
func ourTypes(_ context.Context, conn *pgx.Conn) error {
	conn.TypeMap().RegisterType(&pgtype.Type{
		Name: "timestamptz", OID: pgtype.TimestamptzOID,
		Codec: &pgtype.TimestamptzCodec{ScanLocation: time.UTC},
	})
	knowIDs(conn.TypeMap())
	return nil
}

// closeDead tries a connection that lay idle, which closes it when it is dead.
// It tells the driver not to try it again.
func closeDead(ctx context.Context, p stdlib.ShouldPingParams) bool {
	if p.IdleDuration > time.Second {
		ctx, end := context.WithTimeout(ctx, aliveWithin)
		defer end()
		_ = p.Conn.Ping(ctx) // refuseClosed sees what came of it
	}
	return false
}

// refuseClosed lets the pool take another connection for one that is closed.
func refuseClosed(_ context.Context, conn *pgx.Conn) error {
	if conn.IsClosed() {
		return driver.ErrBadConn
	}
	return nil
}

// patience ends each statement in time. The job queue asks without a limit, and
// would wait for ever for a server that is silent.
type patience struct{}

type patienceKey struct{}

// TraceQueryStart gives a statement its limit.
func (patience) TraceQueryStart(ctx context.Context, _ *pgx.Conn, _ pgx.TraceQueryStartData) context.Context {
	ctx, end := context.WithTimeout(ctx, statementWithin)
	return context.WithValue(ctx, patienceKey{}, end)
}

// TraceQueryEnd frees what TraceQueryStart took.
func (patience) TraceQueryEnd(ctx context.Context, _ *pgx.Conn, _ pgx.TraceQueryEndData) {
	if end, ok := ctx.Value(patienceKey{}).(context.CancelFunc); ok {
		end()
	}
}
