-- Bringing in what was said before Vigie, and taking out what it keeps.

-- Message-IDs of answers that were sent before Vigie: an answer to one of them is filed in its conversation, as an answer to one of ours is.
create table past_answers (
  message_id      text not null,                 -- with angle brackets
  conversation_id uuid not null references conversations,
  primary key (message_id, conversation_id)
);

-- Long work: what is brought in from elsewhere. A run goes on where it was, whatever ends it.
create table transfers (
  id          uuid primary key,
  kind        text not null check (kind in ('mbox', 'maildir', 'contacts', 'zendesk', 'chatwoot')),
  name        text not null,                     -- as its owner calls it: the file's name
  runs_in     text not null check (runs_in in ('server', 'terminal')),
  state       text not null check (state in ('draft', 'waiting', 'running', 'stopping', 'stopped', 'failed', 'done')),
  settings    jsonb not null default '{}',
  files       jsonb not null default '[]',       -- [{name, path, size}]
  phase       text not null default 'reading' check (phase in ('reading', 'filing')),
  place       jsonb not null default '{}',       -- where it goes on
  total       bigint,                            -- null: not known yet
  done        bigint not null default 0,
  skipped     bigint not null default 0,
  current     text not null default '',          -- what it is at
  counts      jsonb not null default '{}',       -- what came in: {cases, messages, contacts, …}
  problem     text,                              -- words key of what made it fail
  by_actor    text not null,
  created_at  timestamptz not null,
  started_at  timestamptz,
  finished_at timestamptz,
  moved_at    timestamptz not null               -- when it last got on
);
create index transfers_created on transfers (created_at desc, id desc);
create index transfers_due on transfers (created_at) where state in ('waiting', 'running', 'stopping');

-- What wasn't taken, and why.
create table transfer_skips (
  transfer_id uuid not null references transfers on delete cascade,
  place       bigint not null,                   -- line, or place in the archive
  item        text not null,                     -- as its owner would know it
  reason      text not null,                     -- code
  detail      text not null default '',
  primary key (transfer_id, place, reason)
);

-- What was read and is not filed yet. Emptied when the run is done.
create table transfer_items (
  transfer_id uuid not null references transfers on delete cascade,
  kind        text not null,                     -- mail, user, ticket, comment
  key         text not null,
  parent      text not null default '',          -- the thread, the ticket
  at          timestamptz,
  place       bigint not null,
  body        jsonb not null,
  primary key (transfer_id, kind, key)
);
create index transfer_items_order on transfer_items (transfer_id, kind, at, place);
create index transfer_items_parent on transfer_items (transfer_id, kind, parent, at, place);
