-- The case file: state, owner, deadlines, promises, what belongs to it and what was decided.

create table statuses (
  id        uuid primary key,
  category  text not null check (category in ('new', 'open', 'waiting', 'snoozed', 'resolved', 'spam')),
  name_en   text not null,
  name_fr   text not null,
  position  int not null,
  standard  boolean not null default false       -- what the category means when nobody chose
);
create unique index statuses_standard on statuses (category) where standard;
insert into statuses (id, category, name_en, name_fr, position, standard) values
  ('00000000-0000-7000-8000-000000000001', 'new',      'New',      'Nouveau',    1, true),
  ('00000000-0000-7000-8000-000000000002', 'open',     'Open',     'Ouvert',     2, true),
  ('00000000-0000-7000-8000-000000000003', 'waiting',  'Waiting',  'En attente', 3, true),
  ('00000000-0000-7000-8000-000000000004', 'snoozed',  'Snoozed',  'Reporté',    4, true),
  ('00000000-0000-7000-8000-000000000005', 'resolved', 'Resolved', 'Résolu',     5, true),
  ('00000000-0000-7000-8000-000000000006', 'spam',     'Spam',     'Indésirable', 6, true);

create table calendars (
  id         uuid primary key,
  name       text not null,
  time_zone  text not null,
  spans      jsonb not null,                     -- [{days:[1..7], from:"09:00", to:"12:30"}], several a day
  holidays   text not null default 'none',       -- none, FR, FR-alsace
  extra_days jsonb not null default '[]',        -- [{date, closed: true} | {date, spans}]
  standard   boolean not null default false,
  updated_at timestamptz not null
);
create unique index calendars_standard on calendars (standard) where standard;

-- Deadlines in working minutes of a calendar; the most specific rule counts (inbox and priority, inbox, priority, any).
create table deadline_rules (
  id            uuid primary key,
  calendar_id   uuid not null references calendars,
  inbox_id      uuid,
  priority      text,
  first_answer  int,                             -- minutes, null: none
  next_answer   int,
  resolution    int
);

create table cases (
  id               uuid primary key,
  number           bigint generated always as identity unique,
  subject          text not null,
  status_id        uuid not null references statuses,
  category         text not null check (category in ('new', 'open', 'waiting', 'snoozed', 'resolved', 'spam')),
  owner_id         uuid,
  team_id          uuid,
  priority         text not null default 'normal' check (priority in ('low', 'normal', 'high', 'urgent')),
  contact_id       uuid not null,
  inbox_ids        uuid[] not null,
  tags             text[] not null default '{}',
  fields           jsonb not null default '{}',
  followers        uuid[] not null default '{}',
  waiting_since    timestamptz,                  -- since when the customer has waited for a human; null: nobody waits
  last_words       text not null default '',     -- the last message's first words, for the list
  last_direction   text not null default 'in',
  last_at          timestamptz not null,
  contradiction    text,                         -- code, when what is said outside and what the customer says differ
  calendar_id      uuid references calendars,
  first_answered_at timestamptz,
  first_answer_due timestamptz,
  next_answer_due  timestamptz,
  resolution_due   timestamptz,
  next_due         timestamptz,                  -- the earliest of the three that still counts
  merged_into      uuid references cases,
  created_at       timestamptz not null,
  resolved_at      timestamptz
);
-- A view is one walk along one of these.
create index cases_live_waiting on cases (waiting_since, id) where category in ('new', 'open') and merged_into is null;
create index cases_live_recent on cases (last_at desc, id desc) where category in ('new', 'open') and merged_into is null;
create index cases_unassigned on cases (last_at desc, id desc) where category in ('new', 'open') and owner_id is null and merged_into is null;
create index cases_owner on cases (owner_id, last_at desc, id desc) where category in ('new', 'open', 'waiting', 'snoozed') and merged_into is null;
create index cases_recent on cases (last_at desc, id desc) where merged_into is null;
create index cases_category on cases (category, last_at desc, id desc) where merged_into is null;
create index cases_due on cases (next_due, id) where next_due is not null;
create index cases_contact on cases (contact_id, last_at desc);
create index cases_tags on cases using gin (tags);

-- Each state that matters, as a row with who and when.
create table assignments (
  id uuid primary key, case_id uuid not null references cases, owner_id uuid, team_id uuid, by_actor text not null, at timestamptz not null
);
create index assignments_case on assignments (case_id, at);
create table status_changes (
  id uuid primary key, case_id uuid not null references cases, from_status uuid, to_status uuid not null references statuses,
  category text not null, by_actor text not null, at timestamptz not null
);
create index status_changes_case on status_changes (case_id, at);
create table snoozes (
  case_id uuid primary key references cases, until timestamptz not null, was_status uuid not null references statuses, by_actor text not null, at timestamptz not null
);
create index snoozes_until on snoozes (until);
-- When the clocks stood still: waiting for the customer.
create table pauses (
  case_id uuid not null references cases, began_at timestamptz not null, ended_at timestamptz, primary key (case_id, began_at)
);
-- From each unanswered word of the customer to the human answer.
create table silences (
  case_id uuid not null references cases, began_at timestamptz not null, ended_at timestamptz, ended_by text, primary key (case_id, began_at)
);

create table promises (
  id          uuid primary key,
  case_id     uuid not null references cases,
  text        text not null,
  due_at      timestamptz not null,
  message_id  uuid,                              -- where it was made
  made_by     text not null,
  made_at     timestamptz not null,
  kept_at     timestamptz,
  broken_at   timestamptz,
  withdrawn_at timestamptz,
  settled_by  text
);
create index promises_open on promises (due_at) where kept_at is null and broken_at is null and withdrawn_at is null;
create index promises_case on promises (case_id, due_at);
create table promise_suggestions (
  id uuid primary key, case_id uuid not null references cases, message_id uuid not null, words text not null, due_at timestamptz not null,
  decision text check (decision in ('made', 'refused')), decided_by text, decided_at timestamptz, created_at timestamptz not null,
  unique (message_id, due_at)
);

create table decisions (
  id uuid primary key, case_id uuid not null references cases, text text not null, by_actor text not null, at timestamptz not null
);
create index decisions_case on decisions (case_id, at);

create table contradictions (
  id uuid primary key, case_id uuid not null references cases, code text not null, outside_fact_id uuid not null, message_id uuid not null,
  found_at timestamptz not null, dismissed_by text, dismissed_at timestamptz, unique (outside_fact_id, message_id)
);
create index contradictions_case on contradictions (case_id);

create table field_definitions (
  id uuid primary key, key text not null unique, name text not null, type text not null check (type in ('text', 'number', 'date', 'choice', 'boolean')),
  choices text[] not null default '{}', position int not null, retired_at timestamptz
);

create table case_links (
  id uuid primary key, a_id uuid not null references cases, b_id uuid not null references cases, kind text not null check (kind in ('related', 'duplicate', 'cause')),
  by_actor text not null, at timestamptz not null, unique (a_id, b_id, kind), check (a_id <> b_id)
);
create index case_links_b on case_links (b_id);

create table case_merges (
  id uuid primary key, kept_id uuid not null references cases, merged_id uuid not null references cases, conversation_ids uuid[] not null,
  before jsonb not null, by_actor text not null, at timestamptz not null, undone_by text, undone_at timestamptz
);
create index case_merges_kept on case_merges (kept_id);
create table case_splits (
  id uuid primary key, from_id uuid not null references cases, new_id uuid not null references cases, conversation_id uuid not null,
  moved_messages uuid[], from_conversation uuid, by_actor text not null, at timestamptz not null, undone_by text, undone_at timestamptz
);

-- Counts of views that cost the same at any size: changes are added as rows, and folded from time to time.
create table case_tally (
  id       bigint generated always as identity primary key,
  inbox_id uuid not null,                        -- the case's first inbox
  category text not null,
  owner_id uuid,
  team_id  uuid,
  n        int not null
);

create function tally_case() returns trigger language plpgsql as $$
begin
  if tg_op = 'UPDATE' and (old.inbox_ids[1], old.category, old.owner_id, old.team_id, old.merged_into)
     is not distinct from (new.inbox_ids[1], new.category, new.owner_id, new.team_id, new.merged_into) then
    return null;
  end if;
  if tg_op <> 'INSERT' and old.merged_into is null then
    insert into case_tally (inbox_id, category, owner_id, team_id, n) values (old.inbox_ids[1], old.category, old.owner_id, old.team_id, -1);
  end if;
  if tg_op <> 'DELETE' and new.merged_into is null then
    insert into case_tally (inbox_id, category, owner_id, team_id, n) values (new.inbox_ids[1], new.category, new.owner_id, new.team_id, 1);
  end if;
  return null;
end $$;
create trigger cases_tallied after insert or delete or update on cases for each row execute function tally_case();

-- What can be found, one row a message, note or contact; see src/cases/search/.
create table search_entries (
  id         uuid primary key,                   -- of the message or note
  seq        bigint generated always as identity,-- its place in time: recent ones are looked at first
  case_id    uuid not null,
  inbox_id   uuid not null,
  contact_id uuid,
  kind       text not null,
  at         timestamptz not null,
  who        text not null default '',           -- names and addresses
  subject    text not null default '',
  words      tsvector not null
);
