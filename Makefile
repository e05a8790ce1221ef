# What people run; `make` alone tells what there is. Needs Go 1.26 and Node 20.19
# or newer. Nothing is installed or built again when nothing has changed.
SHELL := bash
.SHELLFLAGS := -euo pipefail -c
.DEFAULT_GOAL := help
.NOTPARALLEL:
.DELETE_ON_ERROR:

TOOL := go tool -modfile=tools/go.mod
NPM := npm --prefix frontend

modules := frontend/node_modules/.installed
pages := frontend/dist/index.html
frontend_sources := $(shell find frontend -type f \
	-not -path '*/node_modules/*' -not -path 'frontend/dist/*' -not -path 'frontend/e2e/*' -not -name '*.go')

.PHONY: help
help: ## show this list
	@awk -F ':.*## ' '/^[a-z0-9-]+:.*## / {printf "  make %-14s %s\n", $$1, $$2}' $(MAKEFILE_LIST)

.PHONY: run
run: build ## start with demo data on http://127.0.0.1:8080
	bin/loftet serve --demo

.PHONY: demo-reset
demo-reset: build ## throw the demo data away and make it afresh
	bin/loftet demo-reset

.PHONY: build
build: $(pages) ## build the frontend and bin/loftet
	CGO_ENABLED=0 go build -trimpath -o bin/loftet ./cmd/loftet

$(modules): frontend/package.json frontend/package-lock.json
	@scripts/need-node.sh
	$(NPM) ci --no-audit --no-fund
	@touch $@

$(pages): $(modules) $(frontend_sources)
	$(NPM) run build
	@touch $@

.PHONY: generate
generate: $(modules) ## write what is made from the contract: server, client types, docs
	go generate ./...
	$(NPM) run generate

.PHONY: check
check: $(modules) ## formatting, linters, house rules, generated code
	scripts/check-size.sh
	scripts/check-words.sh
	scripts/check-generated.sh
	go vet ./...
	$(TOOL) golangci-lint run ./...
	$(NPM) run check

.PHONY: format
format: ## bring the Go files into the house's format
	$(TOOL) golangci-lint fmt ./...

.PHONY: test
test: test-go test-frontend test-e2e ## every test: Go on both databases, frontend, browser

.PHONY: test-go
test-go: ## Go tests on SQLite and PostgreSQL
	@scripts/need-postgres.sh
	@scripts/need-strace.sh
	@scripts/need-chromium.sh
	CHROMIUM="$$(scripts/find-chromium.sh)" scripts/test-go.sh

.PHONY: test-frontend
test-frontend: $(modules) ## frontend tests without a browser
	$(NPM) test

.PHONY: test-e2e
test-e2e: build ## the built service in a real browser
	@scripts/need-chromium.sh
	CHROMIUM="$$(scripts/find-chromium.sh)" $(NPM) run e2e

.PHONY: bench
bench: $(pages) ## measure how fast the service is, beside what the machine can do at all
	@scripts/need-postgres.sh
	@scripts/need-chromium.sh
	CHROMIUM="$$(scripts/find-chromium.sh)" go run ./proof/bench $(BENCH)
