-- What is said in the open: where it is heard, what was said, who watches for what, and when it surges.
-- Made for ten million mentions. A mention is found by its id (a UUIDv7 of when it was heard, so the newest lie at the end), by its
-- source and key, and through a watch by time. No partitions: nothing is deleted by age yet, and every question begins with one of these.

create table sources (
  id            uuid primary key,
  kind          text not null,
  name          text not null,
  place         text not null,                   -- what it is to a reader: press, social, forum, reviews, video, web
  settings      jsonb not null,
  sealed_secret bytea,
  state         text not null check (state in ('reading', 'throttled', 'needs_approval', 'unreadable', 'failing', 'paused')),
  state_since   timestamptz not null,
  reason        jsonb,                           -- code, and the key of a sentence with what fills its gaps
  failures      int not null default 0,          -- since the last reading
  cursor        jsonb,
  next_at       timestamptz,                     -- not looked at before; null: it isn't asked, it tells
  read_at       timestamptz,                     -- the last reading
  settled_at    timestamptz,                     -- since then it reads without gap or backlog; null: it doesn't
  created_by    text not null,
  created_at    timestamptz not null,
  updated_at    timestamptz not null,
  removed_at    timestamptz                      -- what it brought stays
);
create index sources_due on sources (next_at) where removed_at is null;
create unique index sources_told on sources (kind, name) where kind in ('api', 'import') and removed_at is null;

-- From when to when it really was read. Stretches that touch are one row.
create table source_coverage (
  source_id uuid not null references sources,
  from_at   timestamptz not null,
  to_at     timestamptz not null check (to_at >= from_at),
  primary key (source_id, from_at)
);

-- Lines on a source's page.
create table source_events (
  id        uuid primary key,
  source_id uuid not null references sources,
  at        timestamptz not null,
  code      text not null,
  detail    jsonb not null                       -- key of a sentence and what fills its gaps; figures
);
create index source_events_of on source_events (source_id, id desc);

create table mentions (
  id               uuid primary key,
  source_id        uuid not null references sources,
  key              text not null,
  key_hash         uuid not null,                -- of the key, which may be a long address
  kind             text not null check (kind in ('post', 'article', 'comment', 'review', 'page')),
  url              text,
  site             text,
  title            text,
  text             text not null,
  author_key       text,
  author_name      text,
  author_handle    text,
  author_url       text,
  author_followers int,
  author_since     timestamptz,
  person           bigint not null,              -- who speaks, as a number: the author; where nobody is named, the site
  language         text,
  country          text,
  rating           real,
  repost_of        text,
  reply_to         text,
  media            jsonb not null default '[]',
  published_at     timestamptz,
  said_at          timestamptz not null,         -- published, where that can be believed; otherwise heard. Never changes
  heard_at         timestamptz not null,
  version          int not null default 1,
  changed_at       timestamptz,                  -- when the latest version was seen
  gone_at          timestamptz                   -- deleted at the source: text and author are no more
);
create unique index mentions_once on mentions (source_id, key_hash);

-- Earlier versions of what was edited.
create table mention_versions (
  mention_id uuid not null references mentions,
  version    int not null,
  title      text,
  text       text not null,
  seen_at    timestamptz not null,
  primary key (mention_id, version)
);

-- That something was deleted at its source, and when we learnt it. Nothing of what it said.
create table mention_gone (
  mention_id uuid primary key references mentions,
  source_id  uuid not null references sources,
  at         timestamptz not null
);

create table watches (
  id         uuid primary key,
  name       text not null,
  query      text not null,
  state      text not null check (state in ('listening', 'paused', 'removed')),
  state_since timestamptz not null,
  state_by   text not null,
  revision   int not null,                       -- of the query
  generation bigint not null,                    -- of its last change, among all watches
  caught_up  bigint not null default 0,          -- the generation for which history was looked through
  created_by text not null,
  created_at timestamptz not null,
  updated_at timestamptz not null
);
create index watches_changed on watches (generation);

create table watch_revisions (
  watch_id uuid not null references watches,
  revision int not null,
  query    text not null,
  by_actor text not null,
  at       timestamptz not null,
  primary key (watch_id, revision)
);

-- How many changes there were. A change of a watch holds it exclusively, what is kept shares it: nothing is kept by an old query unseen.
create table watch_generation (
  single boolean primary key default true check (single),
  n      bigint not null
);
insert into watch_generation (n) values (0);

-- What a watch heard: read by time, newest first or a bucket at a time, from the index alone.
create table watch_mentions (
  watch_id   uuid not null references watches,
  said_at    timestamptz not null,
  mention_id uuid not null references mentions,
  source_id  uuid not null,
  person     bigint not null,
  heard_at   timestamptz not null,
  revision   int not null,
  primary key (watch_id, said_at, mention_id) include (person, source_id)
);
create index watch_mentions_of on watch_mentions (mention_id);

-- Which sources brought a watch something: those whose silence it would notice.
create table watch_sources (
  watch_id  uuid not null references watches,
  source_id uuid not null references sources,
  last_at   timestamptz not null,
  posts     int not null default 0,              -- how much: a source that brings little doesn't hold up a judgement
  primary key (watch_id, source_id)
);

-- Five minutes of a watch. Rows with nothing in them are left out.
create table watch_counts (
  watch_id uuid not null references watches,
  bucket   timestamptz not null,
  posts    int not null default 0,               -- said in it, as known now
  people   int not null default 0,
  judged_posts  int,                             -- as it was known when it was judged
  judged_people int,
  complete boolean,                              -- every source of the watch was reading; null: not judged
  score    real,
  primary key (watch_id, bucket)
);

create table watch_detectors (
  watch_id uuid primary key references watches,
  revision int not null,                         -- of the query that it learnt
  state    jsonb not null,
  through  timestamptz not null                  -- end of the last five minutes that were judged
);

create table alarms (
  id         uuid primary key,
  watch_id   uuid not null references watches,
  since      timestamptz not null,               -- when it began to stand out
  called_at  timestamptz not null,
  strength   real not null,                      -- of what it takes to be called
  evidence   jsonb not null,
  verdict    text check (verdict in ('right', 'wrong')),
  verdict_by text,
  verdict_at timestamptz,
  verdict_note text,
  check ((verdict is null) = (verdict_by is null) and (verdict is null) = (verdict_at is null))
);
create index alarms_of on alarms (watch_id, called_at desc);
create index alarms_called on alarms (called_at desc, id);
