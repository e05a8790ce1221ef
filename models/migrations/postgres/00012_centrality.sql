-- +goose Up
-- How central a municipality lies by Statistics Norway's classes: 1 most, 6 least, 0 unknown.
alter table organisations add column centrality smallint not null default 0 check (centrality between 0 and 6);
