-- +goose Up
-- Nothing looks for these rows but by their submission or their observation, and
-- each index is written for every one of them (docs/adr/0011).
drop index observations_by_organisation;
drop index scores_by_round;
drop index scores_by_submission;
drop index goal_scores_by_round;
