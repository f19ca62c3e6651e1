-- Messages in one shape, whatever the channel; originals; drafts; what leaves.

create table inboxes (
  id             uuid primary key,
  name           text not null,
  channel        text not null default 'mail',
  address        text not null,                  -- care@shop.example
  language       text not null default 'en' check (language in ('en', 'fr')),
  signature      text not null default '',
  team_id        uuid,                           -- where new cases go
  acknowledge    boolean not null default false, -- answers a first mail with a receipt that quotes nothing
  created_at     timestamptz not null,
  closed_at      timestamptz
);
create unique index inboxes_address on inboxes (channel, lower(address)) where closed_at is null;

create table conversations (
  id              uuid primary key,
  short           bigint generated always as identity unique, -- what the keyed token in a reply address names
  channel         text not null,
  inbox_ids       uuid[] not null,               -- the first is the one answers leave from
  subject         text not null default '',
  case_id         uuid,                          -- the case it is filed in; set by the room above
  created_at      timestamptz not null,
  last_message_at timestamptz not null
);
create index conversations_case on conversations (case_id);

-- Who is part of a conversation: they wrote in it, or an agent wrote to them. Being in copy makes nobody part of it.
create table participants (
  conversation_id uuid not null references conversations,
  address         text not null,                 -- normalised
  contact_id      uuid,
  because         text not null check (because in ('wrote', 'written-to', 'added')),
  since           timestamptz not null,
  primary key (conversation_id, address)
);
create index participants_contact on participants (contact_id);

create table messages (
  id              uuid primary key,
  conversation_id uuid not null references conversations,
  direction       text not null check (direction in ('in', 'out')),
  channel         text not null,
  message_id      text,                          -- with angle brackets
  content_key     text,                          -- sha256 over what the same mail has in common wherever it was delivered
  in_reply_to     text,
  refs            text[] not null default '{}',
  from_name       text not null default '',
  from_address    text not null default '',
  reply_to        jsonb not null default '[]',
  to_list         jsonb not null default '[]',   -- [{name, address}]
  cc_list         jsonb not null default '[]',
  contact_id      uuid,                          -- who wrote (in) or was written to (out)
  agent_id        uuid,                          -- who answered (out)
  subject         text not null default '',
  text            text not null default '',
  new_text        text not null default '',
  quoted          text not null default '',
  signature       text not null default '',
  html            text,                          -- sanitised
  identity        text not null default 'unverified' check (identity in ('verified', 'unverified', 'failed')),
  proof           jsonb not null default '{}',   -- spf, dkim, dmarc, arc, reasons
  warnings        text[] not null default '{}',
  automatic       text,                          -- why it counts as automatic, or null
  bounce          jsonb,                         -- {kind, recipients}
  calendar        jsonb not null default '[]',
  original        text,                          -- blob of the exact bytes
  size            int not null default 0,
  sent_at         timestamptz,                   -- as the writer's Date says, or when the relay took it
  received_at     timestamptz not null           -- when Vigie had it: accepted, or queued
);
create index messages_conversation on messages (conversation_id, received_at, id);
create index messages_message_id on messages (message_id) where message_id is not null;
create unique index messages_once on messages (content_key) where content_key is not null;
create index messages_contact on messages (contact_id, received_at) where contact_id is not null;
create index messages_refs on messages using gin (refs) where direction = 'in';

-- Every arrival of a message, each with its own original: two inboxes, two deliveries, one message.
create table deliveries (
  id          uuid primary key,
  message_id  uuid not null references messages,
  inbox_id    uuid not null references inboxes,
  source_key  text not null unique,              -- spool id, or account/folder/uidvalidity/uid
  original    text not null,
  envelope    jsonb not null,
  at          timestamptz not null
);
create index deliveries_message on deliveries (message_id);

create table attachments (
  id         uuid primary key,
  message_id uuid not null references messages,
  position   int not null,
  name       text not null,
  type       text not null,
  size       int not null,
  sha256     text not null,
  content_id text,
  inline     boolean not null default false
);
create index attachments_message on attachments (message_id, position);

-- Notes are not messages: no address, no outbox row can ever name one.
create table notes (
  id              uuid primary key,
  conversation_id uuid not null references conversations,
  agent_id        uuid,
  author          text not null,                 -- actor
  text            text not null,
  mentions        uuid[] not null default '{}',
  at              timestamptz not null,
  edited_at       timestamptz
);
create index notes_conversation on notes (conversation_id, at);

create table drafts (
  agent_id        uuid not null,
  conversation_id uuid not null references conversations on delete cascade,
  kind            text not null check (kind in ('reply', 'note')),
  body            jsonb not null,                -- text, to, cc, quote, attachments, answering
  version         int not null default 1,
  updated_at      timestamptz not null,
  primary key (agent_id, conversation_id, kind)
);

create table uploads (
  id         uuid primary key,
  owner      text not null,                      -- actor
  name       text not null,
  type       text not null,
  size       int not null,
  sha256     text not null,
  created_at timestamptz not null
);

-- What leaves. Bytes, envelope and Message-ID are fixed here and never again decided.
create table outbox (
  id           uuid primary key,
  message_id   uuid not null unique references messages,
  channel      text not null,
  state        text not null check (state in ('ready', 'sending', 'sent', 'retry', 'uncertain', 'failed', 'held', 'cancelled')),
  mail_from    text not null,
  recipients   text[] not null,
  due_at       timestamptz not null,             -- not before
  why_later    text check (why_later in ('undo', 'chosen', 'hours', 'retry')),
  regardless   boolean not null default false,   -- a person chose not to wait for the customer's hours
  hours_zone   text not null default 'UTC',      -- their hours are read in it, when they named no zone
  ask_again    boolean not null default false,   -- chosen time: the customer has written meanwhile
  reason       text,                             -- held, failed, uncertain: code
  relay_answer text,                             -- what the relay said, its own words
  attempts     int not null default 0,
  lease        bigint not null default 0,        -- fencing number of the attempt under way
  leased_by    text,                             -- which worker holds it: what a dead one held is uncertain
  leased_until timestamptz,
  automatic    boolean not null default false,
  queued_by    text not null,
  queued_at    timestamptz not null,
  finished_at  timestamptz
);
create index outbox_due on outbox (due_at) where state in ('ready', 'retry');
create index outbox_sending on outbox (leased_until) where state = 'sending';
create index outbox_stuck on outbox (queued_at) where state in ('held', 'uncertain', 'failed');

create table outbox_attempts (
  outbox_id  uuid not null references outbox,
  number     int not null,
  began_at   timestamptz not null,
  ended_at   timestamptz,
  outcome    text,                               -- sent, refused, deferred, uncertain, unreachable
  answer     text,
  primary key (outbox_id, number)
);

-- "Possibly related": shown with its reason, joined by a person or never.
create table related_hints (
  id              uuid primary key,
  conversation_id uuid not null references conversations,
  related_id      uuid not null references conversations,
  reason          text not null check (reason in ('number-in-subject', 'own-reference', 'same-parent', 'stranger-answers', 'same-writer-same-subject')),
  decision        text check (decision in ('accepted', 'refused')),
  decided_by      text,
  decided_at      timestamptz,
  created_at      timestamptz not null,
  unique (conversation_id, related_id, reason)
);

-- Automatic answers that left, by address: a loop is stopped by counting.
create table automatic_answers (
  address text not null,
  conversation_id uuid not null,
  at      timestamptz not null
);
create index automatic_answers_address on automatic_answers (address, at);
create index automatic_answers_at on automatic_answers (at);

-- Mailboxes elsewhere, read by IMAP.
create table mailboxes (
  id            uuid primary key,
  inbox_id      uuid not null references inboxes,
  host          text not null,
  port          int not null,
  security      text not null check (security in ('tls', 'starttls', 'none')),
  username      text not null,
  sealed_secret bytea not null,
  folder        text not null default 'INBOX',
  after_reading text not null default 'nothing' check (after_reading in ('nothing', 'mark-seen', 'move', 'delete')),
  move_to       text,
  state         text not null default 'new',     -- new, reading, idle, failing
  problem       text,
  on_server     int,
  held          int,
  missing       int,
  checked_at    timestamptz,
  created_at    timestamptz not null,
  paused_at     timestamptz
);

-- One row for each mail seen there: the cursor is what is missing here.
create table mailbox_items (
  mailbox_id   uuid not null references mailboxes on delete cascade,
  uid_validity bigint not null,
  uid          bigint not null,
  sha256       text not null,
  taken_at     timestamptz not null,
  settled      boolean not null default true,    -- what is to be done there after reading is done
  primary key (mailbox_id, uid_validity, uid)
);
create index mailbox_items_content on mailbox_items (mailbox_id, sha256);
