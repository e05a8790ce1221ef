-- +goose Up
-- A submission writes dozens of observations and scores. Checking each against
-- its parents was two thirds of the work (docs/adr/0011). They are written only
-- together with their submission, and no parent is ever deleted.
alter table observations drop constraint observations_indicator, drop constraint observations_organisation;
alter table scores drop constraint scores_observation, drop constraint scores_submission;

-- a key and its answer are stored together now; these requests never ended
delete from idempotency_keys where status = 0;
