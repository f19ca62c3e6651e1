-- What leaves for other programs: webhooks with their deliveries; and what a program may do with its token.

alter table api_tokens
  add column scopes       text[],                        -- areas it may read or write; null: all that its role may
  add column expires_at   timestamptz,                   -- opens nothing afterwards; null: never ends
  add column allowed_from text[] not null default '{}',  -- addresses and ranges it may come from; none: anywhere
  add column used_from    text;                          -- network of the last use

-- Who reads the facts one by one, after their commit, and how far they have come.
create table fact_followers (
  name text primary key,
  seq  bigint not null
);

create table webhooks (
  id            uuid primary key,
  name          text not null,
  url           text not null,
  events        text[] not null,               -- types of events, '*': all
  inbox_ids     uuid[],                        -- only what lies in one of these; null: every inbox
  bodies        boolean not null default false, -- whether words of messages and notes go along
  created_by    text not null,
  created_at    timestamptz not null,
  updated_at    timestamptz not null,
  failing_since timestamptz,                   -- first failure after the last success
  disabled_at   timestamptz,
  disabled_why  text                           -- person, gone (410), failing
);

-- What signs a webhook's deliveries. While two are there, each delivery carries both signatures.
create table webhook_secrets (
  id         uuid primary key,
  webhook_id uuid not null references webhooks on delete cascade,
  sealed     bytea not null,
  created_at timestamptz not null,
  ends_at    timestamptz                       -- replaced by a newer one, signs until then
);
create index webhook_secrets_webhook on webhook_secrets (webhook_id);

create table webhook_deliveries (
  id           uuid primary key,               -- the webhook-id header, the same at each try
  webhook_id   uuid not null references webhooks on delete cascade,
  fact_seq     bigint,                         -- null: a test, or called by a rule
  event        text not null,
  case_id      uuid,
  body         text not null,                  -- the exact JSON that is sent
  state        text not null default 'ready' check (state in ('ready', 'sending', 'delivered', 'retry', 'failed', 'cancelled')),
  attempts     int not null default 0,
  round        int not null default 0,         -- tries since it was last asked for, which decide the pause
  due_at       timestamptz not null,
  leased_until timestamptz,
  created_at   timestamptz not null,
  finished_at  timestamptz
);
create unique index webhook_deliveries_once on webhook_deliveries (webhook_id, fact_seq) where fact_seq is not null;
create index webhook_deliveries_due on webhook_deliveries (webhook_id, due_at) where state in ('ready', 'retry', 'sending');
create index webhook_deliveries_recent on webhook_deliveries (webhook_id, id desc);

create table webhook_attempts (
  delivery_id      uuid not null references webhook_deliveries on delete cascade,
  number           int not null,
  at               timestamptz not null,
  ms               int not null,
  request_headers  jsonb not null,
  status           int,                        -- null: no answer came
  reason           text,                       -- why it failed, as a code
  response_headers jsonb,
  response_body    text,                       -- the first kilobyte
  primary key (delivery_id, number)
);
