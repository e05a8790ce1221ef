package main

import (
	"context"
	"errors"
	"fmt"
	"os"
	"strings"

	"loftet/api"
	"loftet/internal/config"
	"loftet/internal/fault"
	"loftet/orgs"
)

// UserCmd is for the people who run the service: they let in the first
// administrator, and shut somebody out at once.
type UserCmd struct {
	Add     UserAddCmd     `cmd:"" help:"Give somebody a role, with an account if they have none."`
	Erase   UserEraseCmd   `cmd:"" help:"Take name, address and roles from an account."`
	Disable UserDisableCmd `cmd:"" help:"Keep somebody from signing in and end their sessions."`
	Enable  UserEnableCmd  `cmd:"" help:"Let somebody who was disabled sign in again."`
}

// UserAddCmd gives somebody a role.
type UserAddCmd struct {
	Email        string  `help:"The address they sign in with." required:""`
	Name         string  `help:"Their name." required:""`
	Role         string  `help:"One of ${enum}." enum:"respondent,approver,municipality_admin,coordinator,council_member,supplier,admin" required:""`
	Org          string  `help:"The organisation's name, organisation number or municipality number. With the role admin: Løftet, unless named." placeholder:"NAME|NUMBER"`
	Kind         *string `help:"The kind of the organisation, to make it when there is none of that name: ${enum}." enum:"municipality,county,regional_council,business,association,agency" placeholder:"KIND"`
	Language     string  `help:"Their language: ${enum}." enum:"nb,nn,en" default:"nb"`
	PasswordFile string  `help:"A file whose first line is their password; - is the standard input. Without it a link to set one is printed." placeholder:"FILE"`
}

// Run makes what is missing and prints what to do next.
func (c *UserAddCmd) Run(ctx context.Context, std *Streams, env Environ) error {
	if c.Org == "" && orgs.Role(c.Role) != orgs.Admin {
		return usageError{"--org names the organisation; only the role admin does without"}
	}
	password, err := c.password(std)
	if err != nil {
		return err
	}
	people, done, err := openPeople(ctx, env)
	if err != nil {
		return err
	}
	defer done()
	kind := ""
	if c.Kind != nil {
		kind = *c.Kind
	}
	added, err := people.LetIn(ctx, orgs.SystemActor("user add"), orgs.Newcomer{
		Email: c.Email, Name: c.Name, Language: c.Language, Role: orgs.Role(c.Role),
		Organisation: c.Org, Kind: kind, Password: password,
	})
	if err != nil {
		return explain(err)
	}
	lines := []string{fmt.Sprintf("%s is %s for %s.", c.Email, c.Role, added.Organisation)}
	if added.NewOrganisation {
		lines = append(lines, "The organisation was made.")
	}
	switch {
	case added.Link != "":
		lines = append(lines, fmt.Sprintf("This link sets a password, once, within %d days:", added.LinkWorksForDays), "", added.Link, "")
	case password == "":
		lines = append(lines, "They have a password already and sign in as before.")
	}
	_, err = fmt.Fprintln(std.Stdout, strings.Join(lines, "\n"))
	return err
}

func (c *UserAddCmd) password(std *Streams) (string, error) {
	if c.PasswordFile == "" {
		return "", nil
	}
	source := std.Stdin
	if c.PasswordFile != "-" {
		file, err := os.Open(c.PasswordFile)
		if err != nil {
			return "", err
		}
		defer func() { _ = file.Close() }()
		source = file
	}
	line, err := firstLine(source)
	if err == nil && line == "" {
		err = errors.New("the password file has no first line")
	}
	return line, err
}

// UserDisableCmd shuts somebody out.
type UserDisableCmd struct {
	Email string `help:"The address they sign in with." required:""`
}

// Run disables the account.
func (c *UserDisableCmd) Run(ctx context.Context, std *Streams, env Environ) error {
	return setDisabled(ctx, std, env, c.Email, true)
}

// UserEnableCmd lets somebody in again.
type UserEnableCmd struct {
	Email string `help:"The address they sign in with." required:""`
}

// Run enables the account.
func (c *UserEnableCmd) Run(ctx context.Context, std *Streams, env Environ) error {
	return setDisabled(ctx, std, env, c.Email, false)
}

// UserEraseCmd erases an account.
type UserEraseCmd struct {
	Email  string `help:"The address they sign in with." required:""`
	Reason string `help:"Why; the audit keeps it, so name nobody." required:""`
}

// Run erases the account and says so.
func (c *UserEraseCmd) Run(ctx context.Context, std *Streams, env Environ) error {
	people, done, err := openPeople(ctx, env)
	if err != nil {
		return err
	}
	defer done()
	err = people.ErasePerson(ctx, orgs.SystemActor("user erase"), c.Email, c.Reason)
	if err != nil {
		return explain(err)
	}
	_, err = fmt.Fprintf(std.Stdout, "The account of %s is erased. What was submitted stays, with the name of that day.\n", c.Email)
	return err
}

func setDisabled(ctx context.Context, std *Streams, env Environ, email string, disabled bool) error {
	people, done, err := openPeople(ctx, env)
	if err != nil {
		return err
	}
	defer done()
	err = people.DisablePerson(ctx, orgs.SystemActor("user"), email, disabled)
	switch {
	case err != nil && fault.KindOf(err) == fault.NotFound:
		return fmt.Errorf("nobody signs in with %s", email)
	case err != nil:
		return explain(err)
	}
	word := "can sign in again"
	if disabled {
		word = "can no longer sign in; all their sessions have ended"
	}
	_, err = fmt.Fprintf(std.Stdout, "%s %s.\n", email, word)
	return err
}

// openPeople opens the database for work on people, without mail.
func openPeople(ctx context.Context, env Environ) (*orgs.Service, func(), error) {
	cfg, err := config.Read(env)
	if err != nil {
		return nil, nil, err
	}
	db, err := openMigrated(ctx, cfg)
	if err != nil {
		return nil, nil, err
	}
	base := cfg.BaseURL
	if base == "" {
		base = "http://" + cfg.Address
	}
	return api.NewRooms(db, nil, nil, base).Orgs, func() { _ = db.Close() }, nil
}
