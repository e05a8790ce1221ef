package main

import (
	"context"
	"errors"
	"flag"
	"fmt"
	"io"
	"os"
	"os/signal"
	"regexp"
	"slices"
	"strings"
	"syscall"
	"time"
)

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	code := run(ctx, os.Args[1:], os.Stdout, os.Stderr)
	stop()
	os.Exit(code)
}

// settings are what the flags say.
type settings struct {
	only     *regexp.Regexp
	within   time.Duration
	limit    time.Duration
	json     string
	into     string
	markdown bool
	strict   bool
}

// run measures and gives the exit code: 0 when everything was answered rightly, 1
// when something failed or, with -strict, an aim was missed, 2 for wrong flags.
func run(ctx context.Context, args []string, out, progress io.Writer) int {
	if len(args) == 1 && args[0] == echoCommand {
		return serveEcho(ctx, out, progress)
	}
	set, err := readFlags(args, progress)
	if err != nil {
		return 2
	}
	ctx, end := context.WithTimeoutCause(ctx, set.limit, errors.New("it took longer than -limit allows"))
	defer end()
	where := machine()
	rows, err := measure(ctx, set, progress)
	write := table
	if set.markdown {
		write = markdown
	}
	_, _ = io.WriteString(out, where+"\n\n"+write(rows))
	if err == nil && set.into != "" {
		err = writeInto(set.into, where+"\n\n"+markdown(rows))
	}
	if err == nil && set.json != "" {
		err = writeJSON(set.json, rows)
	}
	if err != nil {
		_, _ = fmt.Fprintln(progress, "bench:", err)
		return 1
	}
	if set.strict && missed(rows) {
		return 1
	}
	return 0
}

func readFlags(args []string, out io.Writer) (settings, error) {
	set := settings{}
	flags := flag.NewFlagSet("bench", flag.ContinueOnError)
	flags.SetOutput(out)
	only := flags.String("only", "", "measure only what this `REGEXP` matches, such as submit or ^read/sqlite")
	seconds := flags.Float64("seconds", 3, "how long each case is measured")
	flags.DurationVar(&set.limit, "limit", 45*time.Minute, "how long all of it may take")
	flags.StringVar(&set.json, "json", "", "write the rows to a `FILE` too")
	flags.StringVar(&set.into, "into", "", "put the table into a document, a `FILE`, in place of the one there")
	flags.BoolVar(&set.markdown, "markdown", false, "print the table for a document")
	flags.BoolVar(&set.strict, "strict", false, "a missed aim is a failure")
	if err := flags.Parse(args); err != nil {
		return set, err
	}
	set.within = time.Duration(*seconds * float64(time.Second))
	var err error
	if set.only, err = regexp.Compile(*only); err == nil && !slices.ContainsFunc(parts(), set.only.MatchString) {
		// An empty table would take the place of the one in a document.
		err = fmt.Errorf("-only %s matches nothing; there are %s", *only, strings.Join(parts(), ", "))
	}
	if err != nil {
		_, _ = fmt.Fprintln(out, err)
	}
	return set, err
}
