-- +goose Up
-- When the owner of a statistic last corrected it; null where nobody has. Who asks
-- for what has changed since a day finds those few rows by it.
alter table observations add column changed_at datetime;
create index observations_by_change on observations (changed_at) where changed_at is not null;
