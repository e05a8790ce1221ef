-- +goose Up
create table organisations (
  id uuid not null, version integer not null, created_at timestamptz not null, updated_at timestamptz not null,
  kind text not null, name text not null, sort_key text not null, org_number text, country text not null,
  website text not null default '', mailbox text not null default '', language text not null default 'neutral',
  comparison_group text not null default '', description text not null default '',
  publishes_figures boolean not null default false,
  constraint organisations_pk primary key (id),
  constraint organisations_org_number unique (org_number),
  constraint organisations_kind check (kind in ('municipality', 'county', 'regional_council', 'business', 'association', 'agency'))
);
create index organisations_by_name on organisations (kind, sort_key);

create table municipality_numbers (
  id uuid not null, organisation_id uuid not null, country text not null, number text not null,
  valid_from text not null default '', valid_to text not null default '',
  constraint municipality_numbers_pk primary key (id),
  constraint municipality_numbers_once unique (country, number, valid_from),
  constraint municipality_numbers_organisation foreign key (organisation_id) references organisations (id)
);
create index municipality_numbers_by_organisation on municipality_numbers (organisation_id);

create table number_predecessors (
  country text not null, number text not null, predecessor text not null,
  constraint number_predecessors_pk primary key (country, number, predecessor)
);

create table populations (
  organisation_id uuid not null, year integer not null, residents integer not null, source text not null,
  constraint populations_pk primary key (organisation_id, year),
  constraint populations_organisation foreign key (organisation_id) references organisations (id),
  constraint populations_not_negative check (residents >= 0)
);

create table regions (
  id uuid not null, version integer not null, created_at timestamptz not null, updated_at timestamptz not null,
  kind text not null, name text not null, sort_key text not null, country text not null, code text not null default '',
  owner_id uuid,
  constraint regions_pk primary key (id),
  constraint regions_name unique (country, kind, name),
  constraint regions_owner foreign key (owner_id) references organisations (id),
  constraint regions_kind check (kind in ('council', 'county', 'country', 'other'))
);

create table region_members (
  id uuid not null, region_id uuid not null, organisation_id uuid not null,
  valid_from text not null default '', valid_to text not null default '',
  constraint region_members_pk primary key (id),
  constraint region_members_once unique (region_id, organisation_id, valid_from),
  constraint region_members_region foreign key (region_id) references regions (id),
  constraint region_members_organisation foreign key (organisation_id) references organisations (id)
);
create index region_members_by_organisation on region_members (organisation_id);

create table people (
  id uuid not null, version integer not null, created_at timestamptz not null, updated_at timestamptz not null,
  name text not null, sort_key text not null, email text not null, language text not null,
  password_hash text not null default '', disabled_at timestamptz,
  constraint people_pk primary key (id),
  constraint people_email unique (email)
);

create table memberships (
  id uuid not null, person_id uuid not null, organisation_id uuid not null, role text not null,
  valid_from text not null, valid_to text not null default '', created_at timestamptz not null,
  constraint memberships_pk primary key (id),
  constraint memberships_once unique (person_id, organisation_id, role, valid_from),
  constraint memberships_person foreign key (person_id) references people (id),
  constraint memberships_organisation foreign key (organisation_id) references organisations (id)
);
create index memberships_by_organisation on memberships (organisation_id);

create table sessions (
  token text not null, person_id uuid, data bytea not null,
  created_at timestamptz not null, expires_at timestamptz not null,
  constraint sessions_pk primary key (token)
);
create index sessions_by_person on sessions (person_id);
create index sessions_by_expiry on sessions (expires_at);

create table link_tokens (
  id uuid not null, kind text not null, token_hash text not null, person_id uuid not null,
  created_at timestamptz not null, expires_at timestamptz not null, used_at timestamptz,
  constraint link_tokens_pk primary key (id),
  constraint link_tokens_hash unique (token_hash),
  constraint link_tokens_person foreign key (person_id) references people (id)
);
create index link_tokens_by_person on link_tokens (person_id);

create table attempts (
  key text not null, count integer not null, window_ends timestamptz not null,
  constraint attempts_pk primary key (key)
);

create table audit_events (
  id uuid not null, at timestamptz not null, person_id uuid, organisation_id uuid, request_id text not null,
  action text not null, object_kind text not null, object_id text not null, difference text not null,
  constraint audit_events_pk primary key (id)
);
create index audit_events_by_object on audit_events (object_kind, object_id, at);

create table idempotency_keys (
  person_id uuid not null, key text not null, operation text not null, body_hash text not null,
  status integer not null, header text not null, body bytea not null, created_at timestamptz not null,
  constraint idempotency_keys_pk primary key (person_id, key)
);

create table catalogues (
  id uuid not null, region_id uuid, name text not null, source text not null, method text not null,
  created_at timestamptz not null,
  constraint catalogues_pk primary key (id),
  constraint catalogues_region foreign key (region_id) references regions (id)
);

create table indicators (
  id uuid not null, catalogue_id uuid not null, code text not null, goal integer not null, target text not null,
  position integer not null,
  constraint indicators_pk primary key (id),
  constraint indicators_code unique (catalogue_id, code),
  constraint indicators_catalogue foreign key (catalogue_id) references catalogues (id),
  constraint indicators_goal check (goal between 1 and 17)
);

create table indicator_versions (
  id uuid not null, indicator_id uuid not null, catalogue_version text not null, definition text not null,
  created_at timestamptz not null,
  constraint indicator_versions_pk primary key (id),
  constraint indicator_versions_once unique (indicator_id, catalogue_version),
  constraint indicator_versions_indicator foreign key (indicator_id) references indicators (id)
);

create table questionnaire_versions (
  id uuid not null, catalogue_id uuid not null, number integer not null, document text not null,
  published_at timestamptz not null,
  constraint questionnaire_versions_pk primary key (id),
  constraint questionnaire_versions_once unique (catalogue_id, number),
  constraint questionnaire_versions_catalogue foreign key (catalogue_id) references catalogues (id)
);

create table rounds (
  id uuid not null, version integer not null, created_at timestamptz not null, updated_at timestamptz not null,
  region_id uuid not null, questionnaire_version_id uuid not null, name text not null, year integer not null,
  method text not null, state text not null, opens_at timestamptz not null, closes_at timestamptz not null,
  closed_at timestamptz, published_at timestamptz, made_up boolean not null default false,
  constraint rounds_pk primary key (id),
  constraint rounds_name unique (region_id, name),
  constraint rounds_region foreign key (region_id) references regions (id),
  constraint rounds_questionnaire foreign key (questionnaire_version_id) references questionnaire_versions (id),
  constraint rounds_state check (state in ('draft', 'scheduled', 'open', 'closed', 'frozen', 'published', 'archived'))
);

create table round_targets (
  id uuid not null, version integer not null, created_at timestamptz not null, updated_at timestamptz not null,
  round_id uuid not null, indicator_id uuid not null,
  lower double precision, optimum double precision, green double precision, red double precision,
  reason text not null,
  constraint round_targets_pk primary key (id),
  constraint round_targets_once unique (round_id, indicator_id),
  constraint round_targets_round foreign key (round_id) references rounds (id),
  constraint round_targets_indicator foreign key (indicator_id) references indicators (id)
);

create table responses (
  id uuid not null, version integer not null, created_at timestamptz not null, updated_at timestamptz not null,
  round_id uuid not null, organisation_id uuid not null, state text not null, left_out text not null default '[]',
  revision integer not null default 0, return_reason text not null default '',
  approved_by uuid, approved_at timestamptz,
  constraint responses_pk primary key (id),
  constraint responses_once unique (round_id, organisation_id),
  constraint responses_round foreign key (round_id) references rounds (id),
  constraint responses_organisation foreign key (organisation_id) references organisations (id),
  constraint responses_state check (state in ('not_started', 'in_progress', 'for_review', 'approved', 'submitted'))
);
create index responses_by_organisation on responses (organisation_id);

create table answers (
  id uuid not null, response_id uuid not null, indicator_id uuid not null, state text not null default '',
  value double precision, choice text not null default '', parts text not null default 'null',
  reason text not null default '', quality text not null default '', source text not null default '',
  comment text not null default '', statistic_id uuid, statistic_value double precision,
  statistic_year integer not null default 0, statistic_source text not null default '',
  origin text not null, override_reason text not null default '', priority_reason text not null default '',
  version integer not null, updated_by uuid, updated_at timestamptz not null,
  constraint answers_pk primary key (id),
  constraint answers_once unique (response_id, indicator_id),
  constraint answers_response foreign key (response_id) references responses (id),
  constraint answers_indicator foreign key (indicator_id) references indicators (id),
  constraint answers_state check (state in ('', 'value', 'no_data', 'not_applicable', 'declined')),
  constraint answers_value_or_reason check (state <> 'value' or value is not null)
);

create table submissions (
  id uuid not null, response_id uuid not null, round_id uuid not null, organisation_id uuid not null,
  revision integer not null, receipt text not null, document text not null, checksum text not null,
  approved_by uuid, approved_at timestamptz, submitted_by uuid not null, submitted_at timestamptz not null,
  latest boolean not null,
  constraint submissions_pk primary key (id),
  constraint submissions_revision unique (response_id, revision),
  constraint submissions_receipt unique (receipt),
  constraint submissions_response foreign key (response_id) references responses (id)
);
create index submissions_by_round on submissions (round_id, organisation_id);

create table observations (
  id uuid not null, indicator_id uuid not null, organisation_id uuid not null, year integer not null,
  state text not null, value double precision, origin text not null, source text not null,
  quality text not null default '', confirmed boolean not null default false,
  priority_reason text not null default '',
  submission_id uuid, round_id uuid, revision integer not null default 1, created_at timestamptz not null,
  constraint observations_pk primary key (id),
  constraint observations_indicator foreign key (indicator_id) references indicators (id),
  constraint observations_organisation foreign key (organisation_id) references organisations (id),
  constraint observations_submission foreign key (submission_id) references submissions (id),
  constraint observations_state check (state in ('value', 'suppressed', 'no_data', 'not_applicable', 'declined', 'not_answered')),
  constraint observations_origin check (origin in ('statistics', 'response')),
  constraint observations_value check ((state = 'value') = (value is not null))
);
create unique index observations_statistic on observations (indicator_id, organisation_id, year) where origin = 'statistics';
create index observations_by_organisation on observations (organisation_id, indicator_id, year);
create index observations_by_submission on observations (submission_id);

create table scores (
  observation_id uuid not null, submission_id uuid not null, round_id uuid not null, organisation_id uuid not null,
  indicator_id uuid not null, indicator_version_id uuid not null, round_target_id uuid,
  target_version integer not null default 0, method text not null,
  score double precision, colour text not null, band text not null, imputed boolean not null default false,
  constraint scores_pk primary key (observation_id),
  constraint scores_observation foreign key (observation_id) references observations (id),
  constraint scores_submission foreign key (submission_id) references submissions (id)
);
create index scores_by_round on scores (round_id, organisation_id);
create index scores_by_submission on scores (submission_id);

create table goal_scores (
  submission_id uuid not null, goal integer not null, round_id uuid not null, organisation_id uuid not null,
  method text not null, score double precision, colour text not null, available integer not null, total integer not null,
  constraint goal_scores_pk primary key (submission_id, goal),
  constraint goal_scores_submission foreign key (submission_id) references submissions (id)
);
create index goal_scores_by_round on goal_scores (round_id, organisation_id);

create table needs (
  id uuid not null, version integer not null, created_at timestamptz not null, updated_at timestamptz not null,
  region_id uuid not null, round_id uuid, indicator_id uuid, indicator_version_id uuid, goal integer not null, target text not null default '',
  state text not null, rule_version text not null, priority double precision not null default 0,
  priority_parts text not null default '{}',
  title text not null, fact text not null, root_causes text not null, wanted_effect text not null,
  volume text not null, timeline text not null, cpv text not null default '[]', contact text not null default '',
  deadline text not null default '', minimum_trl integer not null default 0, reject_reason text not null default '',
  confirmed_by uuid, published_version integer not null default 0, published_at timestamptz,
  published_deadline text not null default '', published_priority double precision not null default 0,
  search text not null default '',
  constraint needs_pk primary key (id),
  constraint needs_region foreign key (region_id) references regions (id),
  constraint needs_round foreign key (round_id) references rounds (id),
  constraint needs_indicator foreign key (indicator_id) references indicators (id),
  constraint needs_indicator_version foreign key (indicator_version_id) references indicator_versions (id),
  constraint needs_state check (state in ('candidate', 'under_review', 'confirmed', 'published', 'in_dialogue', 'in_procurement', 'covered', 'closed_without_result', 'rejected', 'merged'))
);
create unique index needs_candidate on needs (round_id, indicator_id) where round_id is not null;
create index needs_by_region on needs (region_id);
create index needs_by_deadline on needs (published_deadline, id) where published_version > 0;
create index needs_by_newest on needs (published_at, id) where published_version > 0;
create index needs_by_priority on needs (published_priority, id) where published_version > 0;

create table need_municipalities (
  need_id uuid not null, organisation_id uuid not null, role text not null, because text not null,
  observation_id uuid, value double precision, year integer not null default 0, score double precision,
  band text not null default '', residents integer not null default 0,
  constraint need_municipalities_pk primary key (need_id, organisation_id),
  constraint need_municipalities_need foreign key (need_id) references needs (id),
  constraint need_municipalities_organisation foreign key (organisation_id) references organisations (id),
  constraint need_municipalities_role check (role in ('lead', 'joins', 'option', 'watching'))
);
create index need_municipalities_by_organisation on need_municipalities (organisation_id);

create table need_versions (
  need_id uuid not null, number integer not null, document text not null,
  published_by uuid not null, published_at timestamptz not null,
  constraint need_versions_pk primary key (need_id, number),
  constraint need_versions_need foreign key (need_id) references needs (id)
);

create table solutions (
  id uuid not null, version integer not null, created_at timestamptz not null, updated_at timestamptz not null,
  organisation_id uuid not null, state text not null, title text not null, summary text not null,
  description text not null, goals text not null, targets text not null, indicators text not null, cpv text not null,
  region_ids text not null, trl integer not null default 0, market_state text not null default '',
  price_model text not null default '', reference_text text not null default '', website text not null default '',
  return_reason text not null default '', submitted_at timestamptz, published_at timestamptz, published_by uuid,
  constraint solutions_pk primary key (id),
  constraint solutions_organisation foreign key (organisation_id) references organisations (id),
  constraint solutions_state check (state in ('draft', 'submitted', 'returned', 'published', 'stale', 'suspended', 'archived'))
);
create index solutions_by_organisation on solutions (organisation_id);
create index solutions_by_state on solutions (state);

create table dismissals (
  id uuid not null, need_id uuid not null, solution_id uuid not null, organisation_id uuid not null,
  reason text not null, created_by uuid not null, created_at timestamptz not null,
  constraint dismissals_pk primary key (id),
  constraint dismissals_once unique (need_id, solution_id, organisation_id),
  constraint dismissals_need foreign key (need_id) references needs (id),
  constraint dismissals_solution foreign key (solution_id) references solutions (id)
);

create table cpv_codes (
  code text not null, digit text not null, labels text not null, search text not null,
  constraint cpv_codes_pk primary key (code)
);

-- the job queue: the table that maragu.dev/goqite expects
create extension if not exists pgcrypto;

-- +goose StatementBegin
create function goqite_touch() returns trigger as $$
begin
  new.updated = now();
  return new;
end;
$$ language plpgsql;
-- +goose StatementEnd

create table goqite (
  id text primary key default ('m_' || encode(gen_random_bytes(16), 'hex')),
  created timestamptz not null default now(),
  updated timestamptz not null default now(),
  queue text not null,
  body bytea not null,
  timeout timestamptz not null default now(),
  received integer not null default 0,
  priority integer not null default 0
);

create trigger goqite_updated before update on goqite for each row execute procedure goqite_touch();

create index goqite_next on goqite (queue, priority desc, created);
