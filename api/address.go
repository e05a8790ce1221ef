package api

import (
	"context"
	"net/netip"

	"github.com/gin-gonic/gin"
)

// clientAddress is where a request comes from, for limits: the peer's address,
// or what a trusted proxy says of it. Of an IPv6 address only the network
// counts, since one household owns all addresses in it.
func clientAddress(ctx context.Context) string {
	c, ok := ctx.(*gin.Context)
	if !ok {
		return ""
	}
	address, err := netip.ParseAddr(c.ClientIP())
	if err != nil {
		return c.ClientIP()
	}
	address = address.Unmap()
	if address.Is6() {
		if network, err := address.Prefix(64); err == nil {
			return network.String()
		}
	}
	return address.String()
}
