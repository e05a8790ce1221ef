-- +goose Up
-- Papers by which results are put before a council, one row for each edition, and what
-- the bodies decided of a round.
create table papers (
  id text not null, version integer not null, created_at datetime not null, updated_at datetime not null,
  owner_id text not null, region_id text not null, round_id text not null, municipality_id text,
  series_id text not null, edition integer not null, language text not null, audience text not null,
  state text not null, finished_at datetime, published_at datetime, title text not null, figures text not null, texts text not null,
  constraint papers_pk primary key (id),
  constraint papers_owner foreign key (owner_id) references organisations (id),
  constraint papers_region foreign key (region_id) references regions (id),
  constraint papers_round foreign key (round_id) references rounds (id),
  constraint papers_municipality foreign key (municipality_id) references organisations (id),
  constraint papers_edition unique (series_id, edition),
  constraint papers_language check (language in ('nb', 'nn')),
  constraint papers_audience check (audience in ('own', 'public')),
  constraint papers_state check (state in ('draft', 'finished'))
);
create index papers_by_owner on papers (owner_id);
create index papers_by_region on papers (region_id);
create table round_decisions (
  id text not null, version integer not null, created_at datetime not null, updated_at datetime not null,
  round_id text not null, organisation_id text not null, outcome text not null, body text not null,
  case_number text not null default '', decided_on text not null, text text not null default '', public boolean not null,
  recorded_by text,
  constraint round_decisions_pk primary key (id),
  constraint round_decisions_round foreign key (round_id) references rounds (id),
  constraint round_decisions_organisation foreign key (organisation_id) references organisations (id),
  constraint round_decisions_once unique (round_id, organisation_id),
  constraint round_decisions_outcome check (outcome in ('noted', 'recommended', 'adopted', 'adopted_changed', 'rejected', 'postponed'))
);
