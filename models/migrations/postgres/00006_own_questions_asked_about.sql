-- +goose Up
-- A question can be about the answer to one of the questionnaire's own, as a comment can.
alter table plausibility_questions alter column indicator_id drop not null;
alter table plausibility_questions add column question text not null default '';
create unique index plausibility_questions_one_open_own on plausibility_questions (response_id, question) where state = 'open' and question <> '';
