package config_test

import (
	"os"
	"strings"
	"testing"

	"loftet/internal/config"
)

func TestDefaultsNeedNothing(t *testing.T) {
	c, err := config.Read(nil)
	if err != nil {
		t.Fatal(err)
	}
	if c.Address != "127.0.0.1:8080" || c.Database() != "sqlite:./data/loftet.db" || c.HTTPS() {
		t.Fatalf("%+v", c)
	}
}

func TestDatabaseURLWins(t *testing.T) {
	c, err := config.Read([]string{"DATABASE_URL=postgres://x/y", "LOFTET_BASE_URL=https://loftet.example.org/", "LOFTET_CONTACT=post@loftet.example.org", "LOFTET_CHROMIUM=/usr/bin/chromium"})
	if err != nil {
		t.Fatal(err)
	}
	if c.Contact != "post@loftet.example.org" || c.Chromium != "/usr/bin/chromium" {
		t.Errorf("contact %q, browser %q", c.Contact, c.Chromium)
	}
	if c.Database() != "postgres://x/y" || !c.HTTPS() || c.BaseURL != "https://loftet.example.org" {
		t.Fatalf("%+v", c)
	}
}

// What only the tests read is let through, but nobody is told to set it.
func TestVariablesOfTheTestsAreNoSettings(t *testing.T) {
	if _, err := config.Read([]string{"LOFTET_TESTDATA=/x", "LOFTET_TEST_POSTGRES=/y", "LOFTET_SOAK=24h"}); err != nil {
		t.Error(err)
	}
	_, err := config.Read([]string{"LOFTET_ADRESS=1.2.3.4:80"})
	if err == nil || strings.Contains(err.Error(), "LOFTET_TEST") || !strings.Contains(err.Error(), "LOFTET_ADDRESS, LOFTET_BASE_URL") {
		t.Errorf("%v", err)
	}
}

func TestRefused(t *testing.T) {
	rows := map[string]string{
		"LOFTET_ADRESS=1.2.3.4:80":                  "LOFTET_ADRESS is not a setting",
		"LOFTET_ADDRESS=8080":                       "host:port",
		"LOFTET_BASE_URL=loftet.no":                 "LOFTET_BASE_URL",
		"LOFTET_SMTP_TLS=maybe":                     "LOFTET_SMTP_TLS",
		"LOFTET_SMTP_PORT=twentyfive":               "LOFTET_SMTP_PORT must be a number",
		"LOFTET_SMTP_PORT=70000":                    "LOFTET_SMTP_PORT must be a number",
		"LOFTET_BASE_URL=https://a/b":               "scheme and host alone",
		"LOFTET_BASE_URL=https://a?b":               "scheme and host alone",
		"LOFTET_BASE_URL=https://a#b":               "scheme and host alone",
		"LOFTET_BASE_URL=https://u@a":               "scheme and host alone",
		"LOFTET_TRUSTED_PROXIES=proxy":              "LOFTET_TRUSTED_PROXIES",
		"LOFTET_TRUSTED_PROXIES=10.0.0.1,0.0.0.0/0": "everybody",
		"LOFTET_TRUSTED_PROXIES=::/0":               "everybody",
		"LOFTET_BASE_URL=ftp://x.y/z/":              "LOFTET_BASE_URL",
		"LOFTET_CONTACT=the council":                "LOFTET_CONTACT must be an e-mail address",
		"LOFTET_CONTACT=Post <post@a.example>":      "LOFTET_CONTACT must be an e-mail address",
	}
	for variable, want := range rows {
		_, err := config.Read([]string{variable})
		if err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%s: %v", variable, err)
		}
	}
}

func TestTestVariablesAreLetThrough(t *testing.T) {
	if _, err := config.Read([]string{"LOFTET_TESTDATA=/x"}); err != nil {
		t.Fatal(err)
	}
}

func TestLoopback(t *testing.T) {
	for address, want := range map[string]bool{
		"127.0.0.1:8080": true, "localhost:0": true, "[::1]:80": true, "127.9.9.9:1": true,
		"0.0.0.0:8080": false, ":8080": false, "192.168.1.4:80": false, "[::]:80": false, "x": false,
	} {
		if got := config.Loopback(address); got != want {
			t.Errorf("%s: %v", address, got)
		}
	}
}

func TestLocal(t *testing.T) {
	for settings, want := range map[string]bool{
		"": true, "LOFTET_BASE_URL=http://localhost:8080": true, "LOFTET_BASE_URL=http://[::1]:8080": true,
		"LOFTET_ADDRESS=0.0.0.0:8080": false, "LOFTET_BASE_URL=https://loftet.example.org": false,
		"LOFTET_BASE_URL=http://localhost.example.org": false, "LOFTET_TRUSTED_PROXIES=10.0.0.0/8": false,
	} {
		var env []string
		if settings != "" {
			env = append(env, settings)
		}
		c, err := config.Read(env)
		if err != nil || c.Local() != want {
			t.Errorf("%s: %v, %v", settings, c.Local(), err)
		}
	}
}

// TestQuality35NoSettingHasADefaultSecret: what is secret is empty until somebody
// sets it, also in the example that people copy.
func TestQuality35NoSettingHasADefaultSecret(t *testing.T) {
	c, err := config.Read(nil)
	if err != nil {
		t.Fatal(err)
	}
	if c.Mail.Password != "" || c.DatabaseURL != "" {
		t.Errorf("%+v", c)
	}
	compose, err := os.ReadFile("../../docker-compose.yml")
	if err != nil {
		t.Fatal(err)
	}
	for line := range strings.Lines(string(compose)) {
		_, value, set := strings.Cut(line, "PASSWORD:")
		if value = strings.TrimSpace(value); set && (!strings.HasPrefix(value, "${") || !strings.Contains(value, ":?")) {
			t.Errorf("docker-compose.yml has a password of its own: %s", line)
		}
	}
}
