-- +goose Up
-- What a check, a judgement and a change of an answer leave behind.
alter table responses add column checked_revision integer not null default 0;
update responses set checked_revision = revision where state in ('checked', 'anchored');
-- Counts the changes of what a municipality answers and chooses, for who keeps something
-- that was worked out from it.
alter table responses add column changes integer not null default 0;

create table judgements (
  id text not null, version integer not null, created_at datetime not null, updated_at datetime not null,
  organisation_id text not null, kind text not null, goal integer not null default 0, text text not null, source text not null default '',
  judged_on text not null, ended_on text not null default '', end_reason text not null default '', recorded_by text,
  constraint judgements_pk primary key (id),
  constraint judgements_organisation foreign key (organisation_id) references organisations (id),
  constraint judgements_kind check (kind in ('strength', 'weakness')),
  constraint judgements_goal check (goal between 0 and 17)
);
create index judgements_by_organisation on judgements (organisation_id);

-- When a response was submitted stands behind the document in a row, which would be
-- walked through for it. PostgreSQL keeps long texts apart.
create index submissions_latest on submissions (response_id, submitted_at) where latest;
