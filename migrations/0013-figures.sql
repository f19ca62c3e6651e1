-- Figures: what happened, counted by day so that any question costs the same at any size; and what customers said of how it went.

-- What each case adds to the figures. Counted again whenever the case changes: the old is taken away, the new added.
create table figure_cases (
  case_id  uuid primary key,
  inbox_id uuid not null,
  team_id  uuid,
  tags     text[] not null,
  cells    text[] not null                       -- 'measure|day|bucket', see src/cases/figures/cells.ts
);

create table figure_days (
  tag      text not null,                        -- '': all cases; else those with this tag
  measure  text not null,
  day      int  not null,                        -- days since 1970, on the company's clocks
  inbox_id uuid not null,
  team_id  uuid,
  bucket   int  not null,                        -- an hour of the day, or minutes (src/cases/figures/buckets.ts)
  n        int  not null
);
create unique index figure_days_cell on figure_days (tag, measure, day, inbox_id, team_id, bucket) include (n) nulls not distinct;
create index figure_days_empty on figure_days (day) where n = 0;

-- Cases to be counted again.
create table figure_dirty (
  case_id uuid primary key
);
insert into figure_dirty select id from cases;

-- One row: until which fact they are counted, and by whose clocks.
create table figure_state (
  single     boolean primary key default true check (single),
  seq        bigint not null,
  counted_at timestamptz,
  time_zone  text                                -- null: counted by none yet
);
insert into figure_state (seq) select seq from fact_head;

-- Cases that are brought in by the thousand record no fact each.
create function figure_new_cases() returns trigger language plpgsql as $$
begin
  insert into figure_dirty select id from made on conflict do nothing;
  return null;
end $$;
create trigger cases_figured after insert on cases referencing new table as made for each statement execute function figure_new_cases();

-- Which inboxes ask, after a case is resolved, how it went.
create table satisfaction_settings (
  inbox_id uuid primary key,
  choices  int  not null check (choices in (3, 5)),
  set_by   text not null,
  set_at   timestamptz not null
);

-- One question for one resolution. Its id, signed, is the link.
create table satisfaction_questions (
  id          uuid primary key,
  case_id     uuid not null references cases,
  change_id   uuid not null unique,              -- the change of status that resolved the case
  contact_id  uuid not null,
  language    text not null check (language in ('en', 'fr')),
  choices     int  not null check (choices in (3, 5)),
  due_at      timestamptz not null,
  asked_at    timestamptz,                       -- when the mail was put in the outbox
  message_id  uuid,
  conversation_id uuid,                          -- in which it was asked
  dropped     text,                              -- why it wasn't asked
  value       int check (value between 1 and 5),
  words       text not null default '',
  answered_at timestamptz,
  changed_at  timestamptz,
  reopened_at timestamptz                        -- the customer opened the case again
);
create index satisfaction_due on satisfaction_questions (due_at) where asked_at is null and dropped is null;
create index satisfaction_contact on satisfaction_questions (contact_id, asked_at) where asked_at is not null;
create index satisfaction_case on satisfaction_questions (case_id);

-- Free words are found like anything that a customer wrote.
alter table search_entries drop constraint search_entries_kind_check;
alter table search_entries add constraint search_entries_kind_check check (kind in ('message', 'note', 'case', 'satisfaction'));
