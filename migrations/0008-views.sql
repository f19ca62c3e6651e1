-- Views that people make, what was done to many cases at once, and what each agent is told.

create table saved_views (
  id         uuid primary key,
  name       text not null,
  icon       text not null,
  query      jsonb not null,                     -- {match, parts}, see src/cases/saved-views/query.ts
  sort       text not null,
  owner_id   uuid not null,                      -- who made it
  shared     text not null check (shared in ('me', 'team', 'everybody')),
  team_id    uuid,                               -- with whom, when with a team
  created_at timestamptz not null,
  updated_at timestamptz not null,
  check ((shared = 'team') = (team_id is not null))
);
create index saved_views_owner on saved_views (owner_id);
create index saved_views_shared on saved_views (shared, team_id) where shared <> 'me';

-- In which order an agent wants to see them; what isn't named comes after, the oldest first.
create table view_orders (
  agent_id uuid primary key,
  view_ids uuid[] not null
);

-- What views ask that lists didn't: who speaks what, and broken promises.
create index contacts_language on contacts (language, id) where language is not null and merged_into is null;
create index promises_broken on promises (case_id) where broken_at is not null;

-- One thing done to many cases. Each case keeps what it was, so that exactly this can be taken back.
create table bulk_changes (
  id        uuid primary key,
  by_actor  text not null,
  action    jsonb not null,
  at        timestamptz not null,
  undone_by text,
  undone_at timestamptz
);
create index bulk_changes_actor on bulk_changes (by_actor, at desc);
create table bulk_changed_cases (
  bulk_id uuid not null references bulk_changes,
  place   int not null,
  case_id uuid not null references cases,
  before  jsonb not null,
  primary key (bulk_id, place)
);

-- What an agent is told: somebody named them, gave them a case, wrote in a case of theirs; a promise comes due.
create table notifications (
  id              uuid primary key,
  agent_id        uuid not null,
  kind            text not null check (kind in ('mention', 'assigned', 'reply', 'note', 'promise-due', 'promise-broken')),
  case_id         uuid not null references cases,
  conversation_id uuid,                          -- where it was said
  message_id      uuid,                          -- message or note
  promise_id      uuid,
  by_actor        text not null,
  at              timestamptz not null,
  read_at         timestamptz,
  unique nulls not distinct (agent_id, kind, case_id, message_id, promise_id, at)
);
create index notifications_agent on notifications (agent_id, at desc, id desc);
create index notifications_unread on notifications (agent_id, at desc) where read_at is null;
create index notifications_mentions on notifications (agent_id, case_id) where kind = 'mention';
create unique index notifications_promise on notifications (agent_id, kind, promise_id) where promise_id is not null;
