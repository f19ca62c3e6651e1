-- Customers: who they are (identities), how they wish to be addressed and reached, what happened to them outside.

create table contacts (
  id           uuid primary key,
  name         text not null default '',         -- what a person typed
  suggested_name text not null default '',       -- what a mail called them; shown while nobody typed another
  suggestion_proven boolean not null default false, -- the mail that said so was authenticated
  name_key     text,                             -- the name as compared between contacts; null: it tells nobody apart
  language     text check (language ~ '^[a-z]{2,3}$'),
  salutation   text,                             -- how they ask to be addressed, in their own words
  grammar      text check (grammar in ('feminine', 'masculine', 'neutral')),
  familiarity  text check (familiarity in ('tu', 'vous')),
  organisation text not null default '',
  note         text not null default '',
  merged_into  uuid references contacts,         -- always the contact that stands, never one that is merged itself
  merged_at    timestamptz,
  search       text not null default '',         -- names, organisation and identities, without accents; kept by the triggers below
  created_at   timestamptz not null,
  updated_at   timestamptz not null,
  check ((merged_into is null) = (merged_at is null)),
  check (merged_into <> id)
);
-- A list is a walk along contacts_created or, for a rare word, a look-up in contacts_search; both are on one table so that the planner can choose.
create index contacts_created on contacts (created_at desc, id desc) where merged_into is null;
create index contacts_search on contacts using gin (search gin_trgm_ops) where merged_into is null;
create index contacts_merged on contacts (merged_into) where merged_into is not null;
create index contacts_name_key on contacts (name_key) where merged_into is null;

-- One person, many identities. An identity belongs to one contact at a time.
create table identities (
  id          uuid primary key,
  contact_id  uuid not null references contacts,
  came_from   uuid references contacts,          -- the contact merged into this one to which it was added; null: this one
  kind        text not null check (kind in ('email', 'phone', 'handle', 'reference')),
  network     text not null default '',          -- of a handle or a reference: where it is valid
  value       text not null,                     -- as written
  normal      text not null,                     -- as compared
  kin         text,                              -- what related identities have in common: the mailbox without its +tag, the handle without its network
  source      text not null,                     -- where we have it from: mail, agent, api, import
  verified_at timestamptz,
  verified_by text,                              -- dmarc, agent:ID, …
  created_at  timestamptz not null,
  place       bigint generated always as identity, -- in the order in which they were added
  unique (kind, network, normal)
);
create index identities_contact on identities (contact_id);
create index identities_kin on identities (kind, kin);

create function contact_search(contact contacts) returns text language sql stable as $$
  select plain_unaccent(lower(concat_ws(' ', contact.name, contact.suggested_name, contact.organisation,
    (select string_agg(i.normal, ' ' order by i.place) from identities i where i.contact_id = contact.id))))
$$;
create function keep_contact_search() returns trigger language plpgsql as $$
begin
  new.search := contact_search(new);
  return new;
end $$;
create trigger contacts_searchable before insert or update of name, suggested_name, organisation on contacts
  for each row execute function keep_contact_search();
create function keep_identity_search() returns trigger language plpgsql as $$
begin
  if tg_op <> 'INSERT' then
    update contacts c set search = contact_search(c) where c.id = old.contact_id;
  end if;
  if tg_op <> 'DELETE' and (tg_op = 'INSERT' or new.contact_id <> old.contact_id) then
    update contacts c set search = contact_search(c) where c.id = new.contact_id;
  end if;
  return null;
end $$;
create trigger identities_searchable after insert or delete or update of contact_id, normal on identities
  for each row execute function keep_identity_search();

-- What was seen of somebody without being theirs for sure: a number in a signature. Evidence for a merge, never an identity.
create table contact_clues (
  contact_id uuid not null references contacts on delete cascade,
  kind       text not null check (kind in ('phone', 'reference')),
  kin        text not null,
  seen_at    timestamptz not null,
  primary key (contact_id, kind, kin)
);
create index contact_clues_kin on contact_clues (kind, kin);

-- What the customer wishes: channels in order, hours by weekday, time zone. Absent: nothing was said.
create table wishes (
  contact_id uuid primary key references contacts on delete cascade,
  channels   text[] not null default '{}',
  hours      jsonb not null default '[]',        -- [{days:[1..7], from:"09:00", to:"12:30"}], ISO weekdays; empty: any hour
  time_zone  text,
  set_by     text not null,                      -- actor
  set_at     timestamptz not null
);

-- Merges that aren't undone form a tree; contacts.merged_into is its root, and an identity remembers where it came from.
create table contact_merges (
  id            uuid primary key,
  kept_id       uuid not null references contacts,
  merged_id     uuid not null references contacts,
  filled        jsonb not null,                  -- what the kept contact took over: {field: value}
  by_actor      text not null,
  at            timestamptz not null,
  undone_by     text,
  undone_at     timestamptz
);
create unique index contact_merges_standing on contact_merges (merged_id) where undone_at is null;
create index contact_merges_kept on contact_merges (kept_id);
create index identities_came_from on identities (came_from) where came_from is not null;

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
  refused    text[] not null default '{}',       -- codes of every reason that was once refused: only another kind asks again
  created_at timestamptz not null,
  check (a_id < b_id),
  unique (a_id, b_id)
);
create index merge_suggestions_b on merge_suggestions (b_id);
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
