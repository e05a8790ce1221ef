// Package config reads the settings of the service from the environment.
//
// It must never read anything else than the environment it is given, nor have
// a default for a secret.
package config

import (
	"fmt"
	"net"
	"net/mail"
	"net/netip"
	"net/url"
	"path/filepath"
	"slices"
	"strconv"
	"strings"

	"github.com/caarlos0/env/v11"
)

// Config are the settings of the service.
type Config struct {
	Address        string   `env:"LOFTET_ADDRESS" envDefault:"127.0.0.1:8080"` // where it listens
	MetricsAddress string   `env:"LOFTET_METRICS_ADDRESS"`                     // where /metrics listens; nowhere when empty
	Data           string   `env:"LOFTET_DATA" envDefault:"./data"`            // folder of the embedded database and of unsent mail
	DatabaseURL    string   `env:"DATABASE_URL"`                               // PostgreSQL; the embedded database when empty
	BaseURL        string   `env:"LOFTET_BASE_URL"`                            // how people reach it, for links in mail
	Contact        string   `env:"LOFTET_CONTACT"`                             // e-mail of whoever runs it, told to everyone; no one when empty
	Proxies        []string `env:"LOFTET_TRUSTED_PROXIES" envSeparator:","`    // addresses whose X-Forwarded-For is believed
	ForgetAfter    int      `env:"LOFTET_FORGET_AFTER_DAYS" envDefault:"90"`   // days after which the names in what is over go
	Chromium       string   `env:"LOFTET_CHROMIUM"`                            // the browser that prints PDF; none is offered when empty
	Mail           Mail
}

// Mail says how mail leaves. Without a host it is put into a folder.
type Mail struct {
	Host     string `env:"LOFTET_SMTP_HOST"`
	Port     int    `env:"LOFTET_SMTP_PORT" envDefault:"587"`
	User     string `env:"LOFTET_SMTP_USER"`
	Password string `env:"LOFTET_SMTP_PASSWORD"`
	TLS      string `env:"LOFTET_SMTP_TLS" envDefault:"starttls"` // starttls, tls or none
	From     string `env:"LOFTET_MAIL_FROM" envDefault:"loftet@localhost"`
	Folder   string // where it lies without a host; in Data
}

// testing are the variables that belong to the tests, not to the service.
var testing = []string{"LOFTET_TESTDATA", "LOFTET_TEST_POSTGRES", "LOFTET_SOAK"}

// Read takes the settings from an environment in the form of os.Environ. An
// unknown variable that begins with LOFTET_ is an error, since it is most
// likely a misspelt one.
func Read(environ []string) (Config, error) {
	var c Config
	given := env.ToMap(environ)
	if port := given["LOFTET_SMTP_PORT"]; port != "" {
		if n, err := strconv.ParseUint(port, 10, 16); err != nil || n == 0 {
			return c, fmt.Errorf("settings: LOFTET_SMTP_PORT must be a number from 1 to 65535")
		}
	}
	if err := env.ParseWithOptions(&c, env.Options{Environment: given}); err != nil {
		return c, fmt.Errorf("settings: %w", err)
	}
	c.Mail.Folder = filepath.Join(c.Data, "mail")
	known, err := env.GetFieldParams(&c)
	if err != nil {
		return c, fmt.Errorf("settings: %w", err)
	}
	names := make([]string, 0, len(known))
	for _, p := range known {
		names = append(names, p.Key)
	}
	for name := range given {
		if strings.HasPrefix(name, "LOFTET_") && !slices.Contains(names, name) && !slices.Contains(testing, name) {
			return c, fmt.Errorf("settings: %s is not a setting of this program; known are %s",
				name, strings.Join(slices.Sorted(slices.Values(names)), ", "))
		}
	}
	return c, c.check()
}

func (c *Config) check() error {
	if _, _, err := net.SplitHostPort(c.Address); err != nil {
		return fmt.Errorf("settings: LOFTET_ADDRESS must be host:port: %w", err)
	}
	if c.Contact != "" {
		if a, err := mail.ParseAddress(c.Contact); err != nil || a.Address != c.Contact || len(c.Contact) > 254 {
			return fmt.Errorf("settings: LOFTET_CONTACT must be an e-mail address alone, such as post@loftet.example.org")
		}
	}
	if !slices.Contains([]string{"starttls", "tls", "none"}, c.Mail.TLS) {
		return fmt.Errorf("settings: LOFTET_SMTP_TLS must be starttls, tls or none")
	}
	if c.ForgetAfter < 7 || c.ForgetAfter > 3650 {
		return fmt.Errorf("settings: LOFTET_FORGET_AFTER_DAYS must be a number of days from 7 to 3650")
	}
	for _, proxy := range c.Proxies {
		if !isProxy(proxy) {
			return fmt.Errorf("settings: LOFTET_TRUSTED_PROXIES must be addresses or networks such as 10.0.0.0/8, and not everybody's: %q", proxy)
		}
	}
	if c.BaseURL == "" {
		return nil
	}
	c.BaseURL = strings.TrimSuffix(c.BaseURL, "/")
	u, err := url.Parse(c.BaseURL)
	if err != nil || u.Host == "" || u.Scheme != "http" && u.Scheme != "https" || c.BaseURL != u.Scheme+"://"+u.Host {
		return fmt.Errorf("settings: LOFTET_BASE_URL must be scheme and host alone, such as https://loftet.example.org")
	}
	return nil
}

// isProxy tells an address or a network from what is neither. A network of
// everybody would let anybody say where they come from.
func isProxy(text string) bool {
	if _, err := netip.ParseAddr(text); err == nil {
		return true
	}
	network, err := netip.ParsePrefix(text)
	return err == nil && network.Bits() > 0
}

// HTTPS tells whether people reach the service over https.
func (c Config) HTTPS() bool { return strings.HasPrefix(c.BaseURL, "https://") }

// Database gives the address of the database: PostgreSQL when one is set, else
// the embedded one in the data folder.
func (c Config) Database() string {
	if c.DatabaseURL != "" {
		return c.DatabaseURL
	}
	return "sqlite:" + strings.TrimSuffix(c.Data, "/") + "/loftet.db"
}

// Loopback tells whether an address host:port is reached from this machine
// alone.
func Loopback(address string) bool {
	host, _, err := net.SplitHostPort(address)
	if err != nil {
		return false
	}
	if host == "localhost" {
		return true
	}
	ip := net.ParseIP(host)
	return ip != nil && ip.IsLoopback()
}

// Local tells whether people reach the service from this machine alone: it
// listens there, and neither a public address nor a proxy leads to it.
func (c Config) Local() bool {
	if c.BaseURL == "" {
		return Loopback(c.Address) && len(c.Proxies) == 0
	}
	u, err := url.Parse(c.BaseURL)
	return err == nil && Loopback(net.JoinHostPort(u.Hostname(), "0")) && Loopback(c.Address) && len(c.Proxies) == 0
}
