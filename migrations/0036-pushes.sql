-- What reaches an agent's browser while no desk is open in it (Web Push).

-- By what push services know that it is us who write (VAPID, RFC 8292); made at the first start.
create table push_keys (
  single     boolean primary key default true check (single),
  public_key text not null,                        -- base64url of the uncompressed point
  sealed     bytea not null,                       -- the private key
  made_at    timestamptz not null
);

-- A browser that an agent wants to be told in, for as long as they are signed in there.
create table push_subscriptions (
  id         uuid primary key,
  agent_id   uuid not null references agents on delete cascade,
  session_id uuid not null references sessions on delete cascade,
  endpoint   text not null unique,
  sealed     bytea not null,                       -- the browser's key and its secret
  browser    text not null,                        -- what it calls itself
  created_at timestamptz not null,
  told_at    timestamptz,                          -- when its push service last took something
  failed_why text                                  -- why it last didn't
);
create index push_subscriptions_agent on push_subscriptions (agent_id);
create index push_subscriptions_session on push_subscriptions (session_id);

-- What is still to be told; it says what it is about, never the words.
create table push_tellings (
  id              uuid primary key,
  subscription_id uuid not null references push_subscriptions on delete cascade,
  about           jsonb not null,
  due_at          timestamptz not null,
  expires_at      timestamptz not null,
  attempts        int not null default 0,
  leased_until    timestamptz
);
create index push_tellings_due on push_tellings (due_at);
create index push_tellings_of on push_tellings (subscription_id);
