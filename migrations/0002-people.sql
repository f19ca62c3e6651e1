-- Agents, teams, what each may see, and how they prove who they are.

create table agents (
  id            uuid primary key,
  email         text,                           -- null: the first administrator, who gives it at the first sign-in
  name          text not null,
  role          text not null check (role in ('admin', 'lead', 'agent', 'observer')),
  language      text not null default 'en' check (language in ('en', 'fr')),
  time_zone     text not null default 'Europe/Paris',
  signature     text not null default '',
  every_inbox   boolean not null default true,  -- false: only those named in agent_inboxes
  password_hash text,                           -- argon2id, PHC string
  created_at    timestamptz not null,
  signed_in_at  timestamptz                     -- first sign-in; null: invited only
);
create unique index agents_email on agents (lower(email));

-- Disabled agents keep their name on what they did.
create table agent_disablings (
  agent_id uuid primary key references agents,
  by_actor text not null,
  at       timestamptz not null
);

create table agent_inboxes (
  agent_id uuid not null references agents on delete cascade,
  inbox_id uuid not null,
  primary key (agent_id, inbox_id)
);

create table teams (
  id         uuid primary key,
  name       text not null,
  signature  text not null default '',
  created_at timestamptz not null
);
create unique index teams_name on teams (lower(name));

create table team_members (
  team_id  uuid not null references teams on delete cascade,
  agent_id uuid not null references agents on delete cascade,
  primary key (team_id, agent_id)
);
create index team_members_agent on team_members (agent_id);

-- A link that signs in once. The token itself is never stored.
create table sign_in_links (
  token_hash bytea primary key,
  agent_id   uuid not null references agents on delete cascade,
  expires_at timestamptz not null,
  used_at    timestamptz
);
create index sign_in_links_agent on sign_in_links (agent_id);

create table sessions (
  id           uuid primary key,
  token_hash   bytea not null unique,
  agent_id     uuid not null references agents on delete cascade,
  proof        text not null check (proof in ('link', 'password', 'passkey', 'sso')),
  second_step  boolean not null default false,  -- true: still waits for the two-step code
  user_agent   text not null default '',
  network      text not null default '',        -- /64, /32 for IPv4: so that its owner can recognise it
  created_at   timestamptz not null,
  seen_at      timestamptz not null,            -- to the minute
  expires_at   timestamptz not null
);
create index sessions_agent on sessions (agent_id);

-- Two-step codes (RFC 6238). The secret is sealed with a key that is not in the database.
create table totp_secrets (
  agent_id     uuid primary key references agents on delete cascade,
  sealed       bytea not null,
  last_counter bigint not null default 0,       -- a code is taken once
  confirmed_at timestamptz,
  created_at   timestamptz not null
);
create table recovery_codes (
  agent_id  uuid not null references agents on delete cascade,
  code_hash bytea not null,
  used_at   timestamptz,
  primary key (agent_id, code_hash)
);

create table passkeys (
  id            text primary key,               -- credential id, base64url
  agent_id      uuid not null references agents on delete cascade,
  public_key    bytea not null,
  counter       bigint not null,
  transports    text[] not null default '{}',
  name          text not null,
  created_at    timestamptz not null,
  used_at       timestamptz
);
create index passkeys_agent on passkeys (agent_id);

-- Challenges of passkeys and of single sign-on, each good once.
create table sign_in_challenges (
  hash       bytea primary key,                 -- of the challenge, or of the browser's half of a single sign-on
  kind       text not null check (kind in ('passkey', 'passkey-add', 'sso')),
  agent_id   uuid references agents on delete cascade,
  data       jsonb not null default '{}',
  expires_at timestamptz not null
);

create table sso_settings (
  single          boolean primary key default true check (single),
  issuer          text not null,
  client_id       text not null,
  sealed_secret   bytea not null,
  name            text not null,
  admit_domains   text[] not null default '{}', -- addresses under these become agents at their first sign-in
  trust_addresses boolean not null default false, -- true: addresses count although the provider doesn't say that it checked them
  updated_at      timestamptz not null
);

-- Whom a provider's subject is. Written at the first sign-in; an address that changes hands at the provider changes nothing here.
create table sso_identities (
  issuer   text not null,
  subject  text not null,
  agent_id uuid not null references agents on delete cascade,
  at       timestamptz not null,
  primary key (issuer, subject),
  unique (issuer, agent_id)
);

create table api_tokens (
  id          uuid primary key,
  name        text not null,
  token_hash  bytea not null unique,            -- SHA-256 of a token with 256 random bits
  role        text not null check (role in ('admin', 'lead', 'agent', 'observer')),
  every_inbox boolean not null default true,
  inbox_ids   uuid[] not null default '{}',
  created_by  text not null,
  created_at  timestamptz not null,
  used_at     timestamptz,                      -- to the minute
  revoked_at  timestamptz
);

-- Tries at a secret, by network (/64, /32 for IPv4) and by target; see src/people/sign-in/throttle.ts.
create table proof_failures (
  id   uuid primary key,
  key  text not null,
  at   timestamptz not null
);
create index proof_failures_key on proof_failures (key, at);
create index proof_failures_at on proof_failures (at);
