-- +goose Up
-- The frozen results of a round, one row for each numbered edition. own_document is what
-- the council sees, public_document what everybody does: the very bytes, with their
-- SHA-256. submissions and shows are what it was made of. published_at is null while
-- everybody may not read it. Only published_at ever changes, once.
create table round_editions (
  id text not null, round_id text not null, number integer not null, reason text not null default '',
  made_at datetime not null, made_by text, published_at datetime,
  submissions text not null, shows text not null,
  own_document text not null, own_checksum text not null, public_document text not null, public_checksum text not null,
  constraint round_editions_pk primary key (id),
  constraint round_editions_round foreign key (round_id) references rounds (id),
  constraint round_editions_number unique (round_id, number)
);
-- A response that the council opened again after the freeze, so that the municipality
-- can correct it. What it submits counts from the next edition on.
alter table responses add column correcting boolean not null default false;
