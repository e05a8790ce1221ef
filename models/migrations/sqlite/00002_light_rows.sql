-- +goose Up
-- a key and its answer are stored together now; these requests never ended
delete from idempotency_keys where status = 0;
