-- Customers: who they are (identities), how they wish to be addressed and reached, what happened to them outside.

create table contacts (
  id           uuid primary key,
  name         text not null default '',
  language     text check (language ~ '^[a-z]{2,3}$'),
  salutation   text,                             -- how they ask to be addressed, in their own words
  grammar      text check (grammar in ('feminine', 'masculine', 'neutral')),
  familiarity  text check (familiarity in ('tu', 'vous')),
  organisation text not null default '',
  note         text not null default '',
  merged_into  uuid references contacts,
  created_at   timestamptz not null,
  updated_at   timestamptz not null
);
create index contacts_name on contacts using gin (plain_unaccent(lower(name)) gin_trgm_ops);
create index contacts_created on contacts (created_at desc, id desc) where merged_into is null;

-- One person, many identities. An identity belongs to one contact at a time.
create table identities (
  id          uuid primary key,
  contact_id  uuid not null references contacts,
  kind        text not null check (kind in ('email', 'phone', 'handle', 'reference')),
  network     text not null default '',          -- of a handle or a reference: where it is valid
  value       text not null,                     -- as written
  normal      text not null,                     -- as compared
  source      text not null,                     -- where we have it from: mail, agent, api, import
  verified_at timestamptz,
  verified_by text,                              -- dmarc, agent:ID, …
  created_at  timestamptz not null,
  unique (kind, network, normal)
);
create index identities_contact on identities (contact_id);
create index identities_normal on identities using gin (normal gin_trgm_ops);

-- What the customer wishes: channels in order, hours by weekday, time zone. Absent: nothing was said.
create table wishes (
  contact_id uuid primary key references contacts on delete cascade,
  channels   text[] not null default '{}',
  hours      jsonb not null default '[]',        -- [{days:[1..7], from:"09:00", to:"12:30"}], ISO weekdays; empty: any hour
  time_zone  text,
  set_by     text not null,                      -- actor
  set_at     timestamptz not null
);

create table contact_merges (
  id            uuid primary key,
  kept_id       uuid not null references contacts,
  merged_id     uuid not null references contacts,
  identity_ids  uuid[] not null,                 -- what moved, so that it can move back
  before        jsonb not null,                  -- the kept contact's fields before
  by_actor      text not null,
  at            timestamptz not null,
  undone_by     text,
  undone_at     timestamptz
);
create index contact_merges_pair on contact_merges (merged_id) where undone_at is null;

-- A proposed merge with its reasons; a refusal is kept so that it isn't proposed again.
create table merge_suggestions (
  id         uuid primary key,
  a_id       uuid not null references contacts on delete cascade,
  b_id       uuid not null references contacts on delete cascade,
  reasons    jsonb not null,                     -- [{code, …}]
  score      real not null,
  decision   text check (decision in ('merged', 'refused')),
  decided_by text,
  decided_at timestamptz,
  created_at timestamptz not null,
  check (a_id < b_id),
  unique (a_id, b_id)
);
create index merge_suggestions_open on merge_suggestions (created_at desc) where decision is null;

-- What happened outside, told by an order system, a carrier, a bank.
create table outside_facts (
  id          uuid primary key,
  contact_id  uuid not null references contacts on delete cascade,
  kind        text not null check (kind in ('order', 'delivery', 'payment', 'outage', 'other')),
  state       text not null,                     -- placed, shipped, delivered, failed, debited, refunded, began, ended, …
  reference   text not null default '',          -- order number, parcel number
  text        text not null default '',
  source      text not null,                     -- who says so
  source_key  text,                              -- theirs: the same fact told twice is one
  occurred_at timestamptz not null,
  told_by     text not null,                     -- actor
  told_at     timestamptz not null,
  unique (source, source_key)
);
create index outside_facts_contact on outside_facts (contact_id, occurred_at);
