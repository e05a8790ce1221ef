# The pages, then the program with the pages inside, then an image with nothing else.
FROM node:22-bookworm-slim AS pages
WORKDIR /src/frontend
COPY frontend/package.json frontend/package-lock.json ./
RUN npm ci --no-audit --no-fund
COPY frontend ./
RUN npm run build

FROM golang:1.26-bookworm AS program
WORKDIR /src
COPY go.mod go.sum ./
RUN go mod download
COPY . .
COPY --from=pages /src/frontend/dist frontend/dist
RUN CGO_ENABLED=0 go build -trimpath -ldflags='-s -w' -o /out/loftet ./cmd/loftet && mkdir /out/data

# Certificates and time zones, no shell, user 65532.
FROM gcr.io/distroless/static-debian12:nonroot
COPY --from=program /out/loftet /loftet
COPY --from=program --chown=65532:65532 /out/data /data
WORKDIR /
VOLUME /data
EXPOSE 8080
HEALTHCHECK --interval=15s --timeout=5s --start-period=30s --retries=3 CMD ["/loftet", "health"]
ENTRYPOINT ["/loftet"]
CMD ["serve"]
