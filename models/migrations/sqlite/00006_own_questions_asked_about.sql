-- +goose Up
-- A question can be about the answer to one of the questionnaire's own, as a comment can.
alter table plausibility_questions rename to plausibility_questions_before;
drop index plausibility_questions_by_response;
drop index plausibility_questions_one_open;
create table plausibility_questions (
  id text not null, version integer not null, created_at datetime not null, updated_at datetime not null,
  response_id text not null, revision integer not null, indicator_id text, question text not null default '',
  reason text not null, state text not null, reply text not null default '', asked_by text,
  asked_at datetime not null, settled_by text, settled_at datetime, settled_revision integer not null default 0,
  constraint plausibility_questions_pk primary key (id),
  constraint plausibility_questions_response foreign key (response_id) references responses (id),
  constraint plausibility_questions_state check (state in ('open', 'corrected', 'stood_by', 'withdrawn'))
);
insert into plausibility_questions (id, version, created_at, updated_at, response_id, revision, indicator_id, reason, state, reply, asked_by, asked_at, settled_by, settled_at, settled_revision)
  select id, version, created_at, updated_at, response_id, revision, indicator_id, reason, state, reply, asked_by, asked_at, settled_by, settled_at, settled_revision from plausibility_questions_before;
drop table plausibility_questions_before;
create index plausibility_questions_by_response on plausibility_questions (response_id);
create unique index plausibility_questions_one_open on plausibility_questions (response_id, indicator_id) where state = 'open';
create unique index plausibility_questions_one_open_own on plausibility_questions (response_id, question) where state = 'open' and question <> '';
