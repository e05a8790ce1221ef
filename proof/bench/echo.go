package main

import (
	"bufio"
	"context"
	"errors"
	"fmt"
	"io"
	"net"
	"net/http"
	"os"
	"os/exec"
	"strconv"
	"strings"
	"syscall"
	"time"

	"github.com/gin-gonic/gin"
)

// echoCommand makes this program the echo.
const echoCommand = "echo"

// serveEcho is the peer of a whole service: the same web framework, answering
// with the body it was sent, or with as many bytes as the address says.
func serveEcho(ctx context.Context, out, faults io.Writer) int {
	var config net.ListenConfig
	listener, err := config.Listen(ctx, "tcp", "127.0.0.1:0")
	if err != nil {
		_, _ = fmt.Fprintln(faults, err)
		return 1
	}
	gin.SetMode(gin.ReleaseMode)
	router := gin.New()
	router.Any("/echo", func(c *gin.Context) {
		body, err := c.GetRawData()
		if err != nil {
			_ = c.AbortWithError(http.StatusBadRequest, err)
			return
		}
		c.Data(http.StatusOK, "application/json", body)
	})
	full := []byte(strings.Repeat("loftet", 1<<18))
	router.GET("/bytes/:n", func(c *gin.Context) {
		n, err := strconv.Atoi(c.Param("n"))
		if err != nil || n < 0 || n > len(full) {
			c.AbortWithStatus(http.StatusNotFound)
			return
		}
		c.Data(http.StatusOK, "application/json", full[:n])
	})
	server := &http.Server{Handler: router, ReadHeaderTimeout: 10 * time.Second}
	go func() {
		<-ctx.Done()
		_ = server.Close()
	}()
	_, _ = fmt.Fprintf(out, "http://%s\n", listener.Addr())
	if err := server.Serve(listener); !errors.Is(err, http.ErrServerClosed) {
		_, _ = fmt.Fprintln(faults, err)
		return 1
	}
	return 0
}

// echo is the running peer.
type echo struct {
	url string
	cmd *exec.Cmd
}

// startEcho runs the echo in a process of its own.
func startEcho() (*echo, error) {
	self, err := os.Executable()
	if err != nil {
		return nil, err
	}
	e := &echo{cmd: exec.Command(self, echoCommand)} //nolint:gosec,noctx // this very program; close ends it
	e.cmd.Stderr = os.Stderr
	e.cmd.SysProcAttr = &syscall.SysProcAttr{Setpgid: true, Pdeathsig: syscall.SIGKILL}
	out, err := e.cmd.StdoutPipe()
	if err != nil {
		return nil, err
	}
	if err := e.cmd.Start(); err != nil {
		return nil, err
	}
	line, err := bufio.NewReader(out).ReadString('\n')
	if err != nil {
		return nil, errors.Join(fmt.Errorf("start the echo: %w", err), e.close())
	}
	e.url = strings.TrimSpace(line)
	return e, nil
}

func (e *echo) close() error {
	err := e.cmd.Process.Kill()
	_ = e.cmd.Wait() // it was killed
	return err
}

func (e *echo) process() process { return process(e.cmd.Process.Pid) }
