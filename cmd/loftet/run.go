package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"

	"github.com/alecthomas/kong"
)

// CLI lists the subcommands. Each is a struct of flags with a method Run, which
// may ask for *Streams, context.Context and Environ.
type CLI struct {
	Serve     ServeCmd     `cmd:"" help:"Run the service."`
	Migrate   MigrateCmd   `cmd:"" help:"Bring the database's schema up to date and stop."`
	Backup    BackupCmd    `cmd:"" help:"Save all that the database holds, while the service runs."`
	Restore   RestoreCmd   `cmd:"" help:"Fill an empty database from a backup."`
	Editions  EditionsCmd  `cmd:"" help:"Make frozen results again, to see that they are the same."`
	DemoReset DemoResetCmd `cmd:"" help:"Throw the demonstration data away and make it afresh."`
	Health    HealthCmd    `cmd:"" help:"Ask the running service whether it is ready."`
	Openapi   OpenapiCmd   `cmd:"" help:"Print the API's contract."`
	Score     ScoreCmd     `cmd:"" help:"Compute scores, goal scores and an index from CSV files."`
	Export    ExportCmd    `cmd:"" help:"Carry what the database holds out into files."`
	Import    ImportCmd    `cmd:"" help:"Bring outside data into the database."`
	User      UserCmd      `cmd:"" help:"Let people in and keep them out."`
	Version   VersionCmd   `cmd:"" help:"Print which build this is."`

	ShowVersion kong.VersionFlag `name:"version" help:"Print which build this is."`
}

// Streams are what a command reads from and writes to.
type Streams struct {
	Stdin          io.Reader
	Stdout, Stderr io.Writer
}

// Environ is the environment in the form of os.Environ.
type Environ []string

// Exit codes.
const (
	exitOK     = 0
	exitFailed = 1 // the work could not be done
	exitUsage  = 2 // the command was called wrongly
)

// usageError is a command called wrongly in a way that its flags alone can't
// tell.
type usageError struct{ reason string }

func (e usageError) Error() string { return e.reason }

// errReported is a failure that the command has explained on stderr itself.
var errReported = errors.New("reported")

// leave carries an exit code out of kong, which wants to end the process after
// printing help.
type leave int

// run does what the arguments ask for and returns the exit code.
func run(ctx context.Context, args, env []string, stdin io.Reader, stdout, stderr io.Writer) (code int) {
	defer func() {
		if r := recover(); r != nil {
			asked, ok := r.(leave)
			if !ok {
				panic(r)
			}
			code = int(asked)
		}
	}()
	parser, err := kong.New(&CLI{},
		kong.Name("loftet"),
		kong.Description("Løftet: municipalities map where they stand on the sustainable development goals and lift together."),
		kong.ConfigureHelp(kong.HelpOptions{Compact: true}), // a line for each command
		kong.Vars{"version": version()},
		kong.Writers(stdout, stderr),
		kong.Exit(func(code int) { panic(leave(code)) }),
		kong.BindTo(ctx, (*context.Context)(nil)),
		kong.Bind(&Streams{Stdin: stdin, Stdout: stdout, Stderr: stderr}, Environ(env)),
	)
	if err != nil {
		_, _ = fmt.Fprintln(stderr, "loftet:", err)
		return exitFailed
	}
	command, err := parser.Parse(inKong(args))
	if err != nil {
		_, _ = fmt.Fprintf(stderr, "loftet: %v\nloftet --help shows the commands, loftet COMMAND --help their flags\n", err)
		return exitUsage
	}
	return exitCode(stderr, command.Run())
}

// inKong turns what people try first, nothing at all and the word help, into what
// kong calls it: loftet help import is loftet import --help.
func inKong(args []string) []string {
	switch {
	case len(args) == 0:
		return []string{"--help"}
	case args[0] == "help":
		return append(slices.Clone(args[1:]), "--help")
	}
	return args
}

// exitCode tells what went wrong, unless the command has done so.
func exitCode(stderr io.Writer, err error) int {
	var usage usageError
	switch {
	case err == nil:
		return exitOK
	case errors.As(err, &usage):
		_, _ = fmt.Fprintln(stderr, "loftet:", err)
		return exitUsage
	case !errors.Is(err, errReported):
		// drivers put each address they tried on a line of its own
		_, _ = fmt.Fprintln(stderr, "loftet:", strings.ReplaceAll(err.Error(), "\n\t", " "))
	}
	return exitFailed
}
