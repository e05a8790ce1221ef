package proof_test

import (
	"context"
	"fmt"
	"strings"
	"testing"

	"github.com/Shopify/toxiproxy/v2"
	"github.com/rs/zerolog"
)

// wire is a connection to the database that can go bad.
type wire struct {
	proxy *toxiproxy.Proxy
}

// newWire leads to a port of this machine.
func newWire(t *testing.T, port int) wire {
	t.Helper()
	zerolog.SetGlobalLevel(zerolog.Disabled) // the proxy tells of every byte
	server := toxiproxy.NewServer(toxiproxy.NewMetricsContainer(nil), zerolog.Nop())
	w := wire{toxiproxy.NewProxy(server, "database", "127.0.0.1:0", fmt.Sprintf("127.0.0.1:%d", port))}
	if err := w.proxy.Start(); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(w.proxy.Stop)
	return w
}

// through gives the address of a database as seen through the wire.
func (w wire) through(address string, port int) string {
	return strings.Replace(address, fmt.Sprintf("127.0.0.1:%d", port), w.proxy.Listen, 1)
}

// spoil makes the wire bad in both directions: a kind of toxic with its
// attributes as JSON.
func (w wire) spoil(kind, attributes string) error {
	for _, stream := range []string{"upstream", "downstream"} {
		toxic := fmt.Sprintf(`{"name":%q,"type":%q,"stream":%q,"attributes":%s}`, stream, kind, stream, attributes)
		if _, err := w.proxy.Toxics.AddToxicJson(strings.NewReader(toxic)); err != nil {
			return err
		}
	}
	return nil
}

// mend makes it good again.
func (w wire) mend(ctx context.Context) error {
	w.proxy.Toxics.ResetToxics(ctx)
	return nil
}
