-- +goose Up
-- Nothing looks for these rows but by their submission or their observation, and
-- each index is written for every one of them (docs/adr/0011).
drop index observations_by_organisation;
drop index scores_by_round;
drop index scores_by_submission;
drop index goal_scores_by_round;

alter table observations drop constraint observations_submission;
alter table goal_scores drop constraint goal_scores_submission;

-- packing documents the older way takes a tenth of what a submission costs here
-- +goose StatementBegin
do $$
begin
  execute 'alter table submissions alter column document set compression lz4';
exception when others then
  null; -- a server that was built without it, or is older than 14, goes on as before
end $$;
-- +goose StatementEnd
