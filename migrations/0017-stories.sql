-- What is said of the same gathers into stories; what was understood of each mention; what people correct, claim and answer.

-- A story is called after the mention that began it. Where it was found, or decided, to be part of another, it says which.
create table stories (
  id            uuid primary key,
  title         text,                            -- null when all of it is gone
  title_from    text not null check (title_from in ('headline', 'words', 'person')),
  first_said_at timestamptz not null,
  last_said_at  timestamptz not null,
  mentions      int not null,
  into_id       uuid references stories,
  opened_at     timestamptz not null,
  check (into_id <> id)
);
create index stories_lately on stories (last_said_at desc, id desc) where into_id is null;
create index stories_into on stories (into_id) where into_id is not null;

-- Why a mention is where it is. In the order in which they were placed, so that the latest can be learnt again after a start.
create table story_mentions (
  mention_id uuid primary key references mentions,
  story_id   uuid not null references stories,
  n          bigint generated always as identity,
  said_at    timestamptz not null,
  reason     text not null check (reason in ('first', 'repost', 'reply', 'address', 'copy', 'words', 'person')),
  copy_of    uuid,
  likeness   real not null,
  shared     text[] not null,                    -- words that made it so
  placed_at  timestamptz not null,
  placed_by  text not null
);
create index story_mentions_of on story_mentions (story_id, said_at, mention_id);
create unique index story_mentions_order on story_mentions (n);
create index story_mentions_copies on story_mentions (copy_of) where copy_of is not null;

-- What waits to be understood; written together with the mention.
create table story_queue (
  mention_id uuid primary key references mentions,
  n          bigint generated always as identity
);
create index story_queue_order on story_queue (n);

-- Every version of a headline, where and from when to when it was seen. `address`: not what the page says, but what its address says.
create table story_headlines (
  story_id   uuid not null references stories,
  mention_id uuid not null references mentions,
  seen_as    text not null check (seen_as in ('title', 'address')),
  headline   text not null,
  url        text,
  site       text,
  first_seen timestamptz not null,
  last_seen  timestamptz not null,
  hash       uuid not null,                      -- of the headline and how it was seen
  primary key (mention_id, hash)
);
create index story_headlines_of on story_headlines (story_id, first_seen);

-- Brought together and taken apart: by the machine or a person, and undone.
create table story_moves (
  id         uuid primary key,
  n          bigint generated always as identity, -- in the order in which they were written
  kind       text not null check (kind in ('merge', 'split')),
  from_id    uuid not null references stories,
  to_id      uuid not null references stories,
  mentions   uuid[] not null,
  by_actor   text not null,
  at         timestamptz not null,
  undone_at  timestamptz,
  undone_by  text
);
create index story_moves_of on story_moves (to_id);
create index story_moves_from on story_moves (from_id);

-- Something that a story claims. Its state is its latest row.
create table story_claims (
  id         uuid primary key,
  n          bigint generated always as identity, -- in the order in which they were written
  story_id   uuid not null references stories,
  claim      text not null,
  created_by text not null,
  created_at timestamptz not null
);
create index story_claims_of on story_claims (story_id, id);
create table story_claim_states (
  id       uuid primary key,
  n          bigint generated always as identity, -- in the order in which they were written
  claim_id uuid not null references story_claims,
  state    text not null check (state in ('unverified', 'confirmed', 'denied')),
  reason   text,
  url      text,                                 -- where it is shown
  by_actor text not null,
  at       timestamptz not null
);
create index story_claim_states_of on story_claim_states (claim_id, id);
create table story_answers (
  id       uuid primary key,
  n          bigint generated always as identity, -- in the order in which they were written
  claim_id uuid not null references story_claims,
  answer   text not null,
  url      text,                                 -- where it was given
  by_actor text not null,
  at       timestamptz not null
);
create index story_answers_of on story_answers (claim_id, id);

-- What was read of a mention, as what it is: a reading.
create table mention_readings (
  mention_id uuid primary key references mentions,
  language   text,
  tone       text check (tone in ('positive', 'negative', 'neutral', 'mixed')),
  sureness   real not null,
  doubts     text[] not null,
  signs      jsonb not null,                     -- of what kind, and by which words
  read_at    timestamptz not null
);

-- What a person says it is. The latest about each thing counts; what was read stands beside it, so that how often it is right can be told.
create table mention_corrections (
  id         uuid primary key,
  n          bigint generated always as identity, -- in the order in which they were written
  mention_id uuid not null references mentions,
  about      text not null check (about in ('tone', 'accusation', 'danger', 'legal', 'boycott')),
  was_read   text,
  said       text not null,
  language   text,
  by_actor   text not null,
  at         timestamptz not null
);
create index mention_corrections_of on mention_corrections (mention_id, about, id);
