-- +goose Up
-- states after submitting
-- A check cannot be changed here, so the table is made again. What refers to it is
-- checked when all is there again.
pragma defer_foreign_keys = on;
create table responses_before as select * from responses;
drop table responses;
create table responses (
  id text not null, version integer not null, created_at datetime not null, updated_at datetime not null,
  round_id text not null, organisation_id text not null, state text not null, left_out text not null default '[]',
  revision integer not null default 0, return_reason text not null default '',
  approved_by text, approved_at datetime,
  constraint responses_pk primary key (id),
  constraint responses_once unique (round_id, organisation_id),
  constraint responses_round foreign key (round_id) references rounds (id),
  constraint responses_organisation foreign key (organisation_id) references organisations (id),
  constraint responses_state check (state in ('not_started', 'in_progress', 'for_review', 'approved', 'submitted', 'questioned', 'checked', 'anchored'))
);
insert into responses select * from responses_before;
drop table responses_before;
create index responses_by_organisation on responses (organisation_id);

alter table responses add column left_out_reasons text not null default '{}';
alter table responses add column questionnaire_version_id text;
alter table answers add column case_number text not null default '';
alter table answers add column internal boolean not null default false;
alter table questionnaire_versions add column questionnaire_id text;
alter table questionnaire_versions add column edition integer not null default 0;
alter table rounds add column cohort text not null default '';
alter table rounds add column four_eyes boolean not null default true;
alter table rounds add column additions text not null default '';
alter table submissions add column not_chosen text not null default '';


-- joining: what each municipality decided, who does what, and the time it takes
create table participations (
  id text not null, version integer not null, created_at datetime not null, updated_at datetime not null,
  region_id text not null, organisation_id text not null, cohort text not null default '', state text not null,
  invited_on text not null default '', outcome text not null default '', decision_body text not null default '',
  decided_on text not null default '', decision_reference text not null default '',
  reason text not null default '', recorded_by text,
  constraint participations_pk primary key (id),
  constraint participations_once unique (region_id, organisation_id),
  constraint participations_region foreign key (region_id) references regions (id),
  constraint participations_organisation foreign key (organisation_id) references organisations (id),
  constraint participations_state check (state in ('informed', 'considering', 'joined', 'declined', 'active', 'on_hold', 'completed', 'withdrawn')),
  constraint participations_outcome check (outcome in ('', 'joins', 'declines', 'already_takes_part'))
);
create index participations_by_organisation on participations (organisation_id);
create table council_decisions (
  id text not null, version integer not null, created_at datetime not null, updated_at datetime not null,
  region_id text not null, outcome text not null, body text not null default '',
  decided_on text not null default '', reference text not null default '', text text not null default '',
  recorded_by text,
  constraint council_decisions_pk primary key (id),
  constraint council_decisions_region foreign key (region_id) references regions (id),
  constraint council_decisions_outcome check (outcome in ('noted', 'recommended'))
);
create index council_decisions_by_region on council_decisions (region_id);
create table team_members (
  id text not null, version integer not null, created_at datetime not null, updated_at datetime not null,
  organisation_id text not null, role text not null, person_id text, name text not null default '',
  email text not null default '', valid_from text not null, valid_to text not null default '',
  constraint team_members_pk primary key (id),
  constraint team_members_organisation foreign key (organisation_id) references organisations (id),
  constraint team_members_person foreign key (person_id) references people (id),
  constraint team_members_role check (role in ('top_manager', 'business_developer', 'procurement_lead', 'statistics', 'sustainability'))
);
create index team_members_by_organisation on team_members (organisation_id);
create table efforts (
  id text not null, version integer not null, created_at datetime not null, updated_at datetime not null,
  organisation_id text not null, round_id text, person_id text, spent_on text not null, minutes integer not null,
  activity text not null, note text not null default '',
  constraint efforts_pk primary key (id),
  constraint efforts_organisation foreign key (organisation_id) references organisations (id),
  constraint efforts_round foreign key (round_id) references rounds (id),
  constraint efforts_minutes check (minutes between 1 and 6000)
);
create index efforts_by_organisation on efforts (organisation_id, spent_on);
create index efforts_by_round on efforts (round_id);

-- questionnaires with questions of their own
create table questionnaires (
  id text not null, version integer not null, created_at datetime not null, updated_at datetime not null,
  region_id text not null, catalogue_id text not null, name text not null, sort_key text not null,
  document text not null, archived_at datetime,
  constraint questionnaires_pk primary key (id),
  constraint questionnaires_name unique (region_id, name),
  constraint questionnaires_region foreign key (region_id) references regions (id),
  constraint questionnaires_catalogue foreign key (catalogue_id) references catalogues (id)
);
create table entries (
  id text not null, response_id text not null, name text not null, row integer not null default 0,
  value text not null default '', version integer not null, updated_by text, updated_at datetime not null,
  constraint entries_pk primary key (id),
  constraint entries_once unique (response_id, name, row),
  constraint entries_response foreign key (response_id) references responses (id)
);

-- rounds: deadlines that were moved, reminders, chosen indicators
create table round_extensions (
  id text not null, round_id text not null, closed_before datetime not null, closes_at datetime not null,
  reason text not null, created_by text, created_at datetime not null,
  constraint round_extensions_pk primary key (id),
  constraint round_extensions_round foreign key (round_id) references rounds (id)
);
create index round_extensions_by_round on round_extensions (round_id);
create table round_reminders (
  id text not null, round_id text not null, remind_at datetime not null, sent_at datetime,
  recipients integer not null default 0, created_by text, created_at datetime not null,
  constraint round_reminders_pk primary key (id),
  constraint round_reminders_once unique (round_id, remind_at),
  constraint round_reminders_round foreign key (round_id) references rounds (id)
);
create index round_reminders_due on round_reminders (remind_at) where sent_at is null;
create table indicator_choices (
  id text not null, response_id text not null, indicator_id text not null, chosen boolean not null,
  reason text not null, updated_by text, updated_at datetime not null,
  constraint indicator_choices_pk primary key (id),
  constraint indicator_choices_once unique (response_id, indicator_id),
  constraint indicator_choices_response foreign key (response_id) references responses (id),
  constraint indicator_choices_indicator foreign key (indicator_id) references indicators (id)
);

-- answering: sections in the hands of colleagues, evidence
create table assignments (
  id text not null, version integer not null, created_at datetime not null, updated_at datetime not null,
  response_id text not null, goal integer not null, person_id text, name text not null default '',
  email text not null default '', note text not null default '', deadline text not null default '',
  state text not null, close_reason text not null default '', token_hash text, token_expires_at datetime,
  created_by text, answered_at datetime, closed_at datetime,
  constraint assignments_pk primary key (id),
  constraint assignments_token unique (token_hash),
  constraint assignments_response foreign key (response_id) references responses (id),
  constraint assignments_person foreign key (person_id) references people (id),
  constraint assignments_goal check (goal between 0 and 17),
  constraint assignments_state check (state in ('not_started', 'started', 'answered', 'taken_back', 'accepted'))
);
create unique index assignments_one_owner on assignments (response_id, goal) where state in ('not_started', 'started', 'answered');
create index assignments_by_person on assignments (person_id);
create table attachments (
  id text not null, response_id text not null, indicator_id text, question text not null default '',
  kind text not null, file_name text not null default '', media_type text not null default '',
  size integer not null default 0, checksum text not null default '', content blob, link text not null default '',
  title text not null default '', created_by text,
  created_at datetime not null, removed_at datetime,
  constraint attachments_pk primary key (id),
  constraint attachments_response foreign key (response_id) references responses (id),
  constraint attachments_kind check (kind in ('file', 'link'))
);
create index attachments_by_response on attachments (response_id);

-- reviewing: questions after submitting, decisions, comments
create table plausibility_questions (
  id text not null, version integer not null, created_at datetime not null, updated_at datetime not null,
  response_id text not null, revision integer not null, indicator_id text not null,
  reason text not null, state text not null, reply text not null default '', asked_by text,
  asked_at datetime not null, settled_by text, settled_at datetime, settled_revision integer not null default 0,
  constraint plausibility_questions_pk primary key (id),
  constraint plausibility_questions_response foreign key (response_id) references responses (id),
  constraint plausibility_questions_state check (state in ('open', 'corrected', 'stood_by', 'withdrawn'))
);
create index plausibility_questions_by_response on plausibility_questions (response_id);
create unique index plausibility_questions_one_open on plausibility_questions (response_id, indicator_id) where state = 'open';
create table anchorings (
  id text not null, version integer not null, created_at datetime not null, updated_at datetime not null,
  response_id text not null, revision integer not null, level text not null, body text not null,
  case_number text not null default '', decided_on text not null, text text not null default '',
  link text not null default '', recorded_by text,
  constraint anchorings_pk primary key (id),
  constraint anchorings_response foreign key (response_id) references responses (id),
  constraint anchorings_level check (level in ('administrative', 'political'))
);
create unique index anchorings_once on anchorings (response_id, revision, level);
create table answer_comments (
  id text not null, version integer not null, created_at datetime not null, updated_at datetime not null,
  response_id text not null, indicator_id text, question text not null default '', text text not null,
  state text not null, created_by text, done_by text, done_at datetime,
  constraint answer_comments_pk primary key (id),
  constraint answer_comments_response foreign key (response_id) references responses (id),
  constraint answer_comments_state check (state in ('open', 'done'))
);
create index answer_comments_by_response on answer_comments (response_id);
