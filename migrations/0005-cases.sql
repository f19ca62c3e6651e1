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
  standard   boolean not null default false,     -- its time zone reads hours where no rule names a calendar
  updated_at timestamptz not null
);
create unique index calendars_standard on calendars (standard) where standard;

-- Deadlines in working minutes of a calendar; the most specific rule counts (inbox and priority, inbox, priority, any).
create table deadline_rules (
  id            uuid primary key,
  calendar_id   uuid not null references calendars,
  inbox_id      uuid,
  priority      text check (priority in ('low', 'normal', 'high', 'urgent')),
  first_answer  int check (first_answer > 0),    -- minutes, null: none
  next_answer   int check (next_answer > 0),
  resolution    int check (resolution > 0),
  unique nulls not distinct (inbox_id, priority)
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
  contact_id       uuid,                         -- null: the first message named no writer that could be read
  inbox_ids        uuid[] not null,
  tags             text[] not null default '{}',
  fields           jsonb not null default '{}',
  followers        uuid[] not null default '{}',
  waiting_since    timestamptz,                  -- since when the customer has waited for a human; null: nobody waits
  last_words       text not null default '',     -- the last message's first words, for the list
  last_direction   text not null default 'in',
  last_at          timestamptz not null,
  contradiction    text,                         -- code, when what is said outside and what the customer says differ
  first_answered_at timestamptz,
  first_answer_due timestamptz,
  next_answer_due  timestamptz,
  resolution_due   timestamptz,
  next_due         timestamptz,                  -- the earliest of the three that still counts
  paused_since     timestamptz,                  -- since when the clocks stand still: the open row of pauses
  merged_into      uuid references cases,
  created_at       timestamptz not null,
  resolved_at      timestamptz
);
-- A list is one walk along an order, for as long as enough of what is met fits the filter (src/cases/views-list/walk.ts) …
create index cases_recent on cases (last_at desc, id desc) where merged_into is null;
create index cases_waiting on cases (coalesce(waiting_since, 'infinity'), id) where merged_into is null;
create index cases_due on cases (coalesce(next_due, 'infinity'), id) where merged_into is null;
-- … and otherwise all that fits is few, and found through one of these.
create index cases_unassigned on cases (last_at desc, id desc) where category in ('new', 'open', 'waiting') and owner_id is null and merged_into is null;
create index cases_category on cases (category, last_at desc, id desc) where merged_into is null;
create index cases_contact on cases (contact_id, last_at desc);
create index cases_owner on cases (owner_id, category) where merged_into is null;
create index cases_labels on cases using gin (inbox_ids, tags, followers, team_id, status_id);

create index cases_merged on cases (merged_into) where merged_into is not null;

-- What the case knows of each conversation filed in it: merging and splitting move these rows and add up again.
create table case_conversations (
  conversation_id   uuid primary key,
  case_id           uuid not null references cases,
  inbox_ids         uuid[] not null,
  last_words        text not null default '',
  last_direction    text not null default 'in',
  last_at           timestamptz not null,
  heard_at          timestamptz,                 -- the customer's own last words
  noted_at          timestamptz,                 -- a colleague's last note
  first_answered_at timestamptz                  -- by a human
);
create index case_conversations_case on case_conversations (case_id);

-- Each state that matters, as a row with who and when.
create table assignments (
  id uuid primary key, case_id uuid not null references cases, owner_id uuid, team_id uuid, by_actor text not null, at timestamptz not null
);
create index assignments_case on assignments (case_id, at);
create table status_changes (
  id uuid primary key, seq bigint generated always as identity, case_id uuid not null references cases, from_status uuid, to_status uuid not null references statuses,
  category text not null, by_actor text not null, at timestamptz not null,
  message_id uuid                                -- the message that brought it about
);
create index status_changes_case on status_changes (case_id, seq);
create table snoozes (
  case_id uuid primary key references cases, until timestamptz not null, was_status uuid not null references statuses, by_actor text not null, at timestamptz not null
);
create index snoozes_until on snoozes (until);
-- When the clocks of the case stood still: waiting for the customer, resolved, spam.
create table pauses (
  case_id uuid not null references cases, began_at timestamptz not null, ended_at timestamptz, primary key (case_id, began_at)
);
create unique index pauses_open on pauses (case_id) where ended_at is null;
-- From the first unanswered word of the customer in a conversation to the human answer, wherever in the case it was given.
create table silences (
  conversation_id uuid not null,
  case_id         uuid not null references cases, -- where the conversation is filed
  began_at        timestamptz not null,
  ended_at        timestamptz,
  ended_by        text,                          -- message:ID, or closed:ACTOR when the case was closed without an answer
  primary key (conversation_id, began_at)
);
create index silences_case on silences (case_id, began_at);
create index silences_open on silences (case_id) where ended_at is null;

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
create index promise_suggestions_open on promise_suggestions (case_id) where decision is null;

create table decisions (
  id uuid primary key, case_id uuid not null references cases, text text not null, by_actor text not null, at timestamptz not null
);
create index decisions_case on decisions (case_id, at);

-- What a customer denies in a message, in codes, so that a fact told later can be held against it.
create table denials (
  message_id uuid not null, code text not null, case_id uuid not null references cases, contact_id uuid not null, at timestamptz not null,
  primary key (message_id, code)
);
create index denials_contact on denials (contact_id, at);

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
create index case_merges_merged on case_merges (merged_id);
create table case_splits (
  id uuid primary key, from_id uuid not null references cases, new_id uuid not null references cases, conversation_id uuid not null,
  moved_messages uuid[],                         -- of a conversation cut in two: what went into the new one
  from_conversation uuid,                        -- and which one they came from
  before jsonb not null, by_actor text not null, at timestamptz not null, undone_by text, undone_at timestamptz
);
create index case_splits_from on case_splits (from_id);
create index case_splits_new on case_splits (new_id);

-- Every tag that was ever given, for completion; cases carry their own names.
create table tags (
  name text primary key, created_at timestamptz not null
);

-- Counts of views that cost the same at any size: changes are added as rows, and folded from time to time.
create table case_tally (
  inbox_ids uuid[]  not null,
  category  text    not null,
  waits     boolean not null,                    -- somebody waits for a human
  assigned  boolean not null,
  owner_id  uuid,                                -- set: the owner's own count; null: that of everybody together
  n         int     not null
);
create index case_tally_owner on case_tally (owner_id);

create function tally_case() returns trigger language plpgsql as $$
begin
  if tg_op = 'UPDATE' and (old.inbox_ids, old.category, old.waiting_since is null, old.owner_id, old.merged_into)
     is not distinct from (new.inbox_ids, new.category, new.waiting_since is null, new.owner_id, new.merged_into) then
    return null;
  end if;
  if tg_op <> 'INSERT' and old.merged_into is null then
    perform add_to_tally(old, -1);
  end if;
  if tg_op <> 'DELETE' and new.merged_into is null then
    perform add_to_tally(new, 1);
  end if;
  return null;
end $$;
create function add_to_tally(c cases, by int) returns void language sql as $$
  insert into case_tally (inbox_ids, category, waits, assigned, owner_id, n)
  select c.inbox_ids, c.category, c.waiting_since is not null, c.owner_id is not null, owner, by
  from unnest(case when c.owner_id is null then array[null::uuid] else array[null, c.owner_id] end) as owner
$$;
create trigger cases_tallied after insert or delete or update on cases for each row execute function tally_case();

-- What can be found: one row for each message and note, and one for each case whose subject an agent wrote; see src/cases/search/.
create table search_entries (
  id              uuid primary key,              -- of the message, note or case
  kind            text not null check (kind in ('message', 'note', 'case')),
  case_id         uuid not null,
  conversation_id uuid,
  inbox_ids       uuid[] not null,               -- its conversation's, or the case's where it is in none: who may find it
  spans           int[] not null,                -- stretches of time it lies in (src/cases/search/spans.ts)
  at              timestamptz not null,
  subject         text not null default '',
  words           tsvector not null              -- stems, and marks such as 'from camille' (src/cases/search/marks.ts)
);
-- One index for the three together: each skips what the others rule out. New entries wait in a short list and are sorted in together:
-- half the work of sorting each in, and little for a search to read through.
create index search_entries_words on search_entries using gin (words, inbox_ids, spans) with (fastupdate = on, gin_pending_list_limit = 512);
create index search_entries_case on search_entries (case_id);

-- What comes to another inbox is found by those who see that inbox: a case by its subject, a conversation by its words. Whoever sees one
-- conversation of a case doesn't find the words of another.
create function entries_widen() returns trigger language plpgsql as $$
begin
  update search_entries set inbox_ids = new.inbox_ids where case_id = new.id and conversation_id is null;
  return null;
end $$;
create trigger cases_widened after update of inbox_ids on cases
  for each row when (old.inbox_ids is distinct from new.inbox_ids) execute function entries_widen();

create function conversation_entries_widen() returns trigger language plpgsql as $$
begin
  update search_entries set inbox_ids = new.inbox_ids where case_id = new.case_id and conversation_id = new.conversation_id;
  return null;
end $$;
create trigger conversations_widened after update of inbox_ids on case_conversations
  for each row when (old.inbox_ids is distinct from new.inbox_ids) execute function conversation_entries_widen();

-- Entries follow their conversation into another case: two cases made one, a conversation split off, or either undone.
create function entries_follow() returns trigger language plpgsql as $$
begin
  update search_entries set case_id = new.case_id where case_id = old.case_id and conversation_id = new.conversation_id;
  return null;
end $$;
create trigger conversations_followed after update of case_id on case_conversations
  for each row when (old.case_id is distinct from new.case_id) execute function entries_follow();

create table search_contacts (
  id    uuid primary key,
  name  text not null,
  plain text not null,                           -- name, organisation and identities, without accents and capitals
  words tsvector not null
);
create index search_contacts_words on search_contacts using gin (words);
create index search_contacts_plain on search_contacts using gin (plain gin_trgm_ops);

-- Words as they are written, for what is still being typed and what was mistyped. New ones wait to be folded in.
create table search_words (
  word text collate "C" primary key,
  n    bigint not null                           -- about how many entries have it
);
create index search_words_alike on search_words using gin (word gin_trgm_ops);
create table search_new_words (
  word text collate "C" not null,
  n    int not null
);
