-- +goose Up
-- What a check, a judgement and a change of an answer leave behind.
alter table responses add column checked_revision integer not null default 0;
update responses set checked_revision = revision where state in ('checked', 'anchored');
-- Counts the changes of what a municipality answers and chooses, for who keeps something
-- that was worked out from it.
alter table responses add column changes integer not null default 0;

create table judgements (
  id uuid not null, version integer not null, created_at timestamptz not null, updated_at timestamptz not null,
  organisation_id uuid not null, kind text not null, goal integer not null default 0, text text not null, source text not null default '',
  judged_on text not null, ended_on text not null default '', end_reason text not null default '', recorded_by uuid,
  constraint judgements_pk primary key (id),
  constraint judgements_organisation foreign key (organisation_id) references organisations (id),
  constraint judgements_kind check (kind in ('strength', 'weakness')),
  constraint judgements_goal check (goal between 0 and 17)
);
create index judgements_by_organisation on judgements (organisation_id);
