-- What is known: articles in two languages, their history, how they are found and what they were good for; and help with writing.

create table articles (
  id              uuid primary key,
  audience        text not null default 'internal' check (audience in ('internal', 'public')),
  owner_id        uuid,                          -- who stands behind it
  tags            text[] not null default '{}',
  review_at       timestamptz,                   -- when somebody is to look whether it still holds
  reviewed_at     timestamptz,                   -- when somebody last said that it does
  reviewed_by     text,
  origin_case_id  uuid,                          -- the answer that it was made of
  origin_message_id uuid,
  origin_inboxes  uuid[],                        -- until it is published, read by those who see one of these
  archived_at     timestamptz,
  archived_by     text,
  created_by      text not null,
  created_at      timestamptz not null,
  updated_at      timestamptz not null
);
create index articles_updated on articles (updated_at desc, id desc);

-- One language of an article: what is being written, and which version is published.
create table article_texts (
  article_id    uuid not null references articles,
  language      text not null check (language in ('en', 'fr')),
  slug          text unique,                     -- its address; given when it is first published, and kept
  title         text not null,
  body          text not null,
  revision      int not null,                    -- counts what was typed, so that two screens don't overwrite each other
  written_by    text not null,
  written_at    timestamptz not null,
  published     int,                             -- number of the version that is in use; null: a draft
  published_revision int,                        -- what was typed when it was published
  published_at  timestamptz,
  published_by  text,
  words         tsvector not null,               -- of what is being written
  used_words    tsvector,                        -- of what is published: all that colleagues and the public find
  plain_title   text not null,
  primary key (article_id, language)
);
create index article_texts_words on article_texts using gin (words);
create index article_texts_used on article_texts using gin (used_words);
create index article_texts_title on article_texts using gin (plain_title gin_trgm_ops);

create table article_versions (
  article_id uuid not null,
  language   text not null,
  number     int not null,
  title      text not null,
  body       text not null,
  by_actor   text not null,
  at         timestamptz not null,
  primary key (article_id, language, number),
  foreign key (article_id, language) references article_texts
);

-- The stems of what is published, for likeness to a case: how much each says of its article.
create table article_terms (
  language   text not null,
  term       text not null,
  article_id uuid not null references articles,
  weight     real not null,
  primary key (language, term, article_id)
);
create index article_terms_article on article_terms (article_id, language);

-- Shown beside a case, once for each agent.
create table article_shown (
  article_id uuid not null references articles, case_id uuid not null, by_actor text not null, at timestamptz not null,
  primary key (article_id, case_id, by_actor)
);

-- Put into an answer, sent with it, and what came of it.
create table article_uses (
  id              uuid primary key,
  article_id      uuid not null references articles,
  language        text not null,
  number          int not null,
  case_id         uuid not null,
  conversation_id uuid not null,
  by_actor        text not null,
  inserted_at     timestamptz not null,
  message_id      uuid,
  sent_at         timestamptz,
  helped_at       timestamptz                    -- the case stayed resolved for a week
);
create index article_uses_article on article_uses (article_id);
create index article_uses_conversation on article_uses (conversation_id) where message_id is null;
create index article_uses_open on article_uses (case_id) where sent_at is not null and helped_at is null;
create index article_uses_message on article_uses (message_id) where message_id is not null;

-- One voice a browser and article; the browser is known by a keyed hash of a random number it keeps.
create table article_votes (
  article_id uuid not null references articles, browser text not null, useful boolean not null, network text not null, at timestamptz not null,
  primary key (article_id, browser)
);
create index article_votes_network on article_votes (network, at);

create table article_pictures (
  id uuid primary key, name text not null, type text not null, size int not null, sha256 text not null, by_actor text not null, at timestamptz not null
);

-- Help with writing, by a service that the operator names. One row, or none: off.
create table writing_help_settings (
  one         boolean primary key default true check (one),
  base_url    text not null,
  sealed_key  bytea,
  model       text not null,
  helps       text[] not null,                   -- summary, answer, translation, tone
  updated_by  text not null,
  updated_at  timestamptz not null
);

-- What was asked and whether it was used; never the words.
create table writing_helps (
  id          uuid primary key,
  help        text not null,
  case_id     uuid not null,
  article_ids uuid[] not null default '{}',
  model       text not null,
  by_actor    text not null,
  at          timestamptz not null,
  outcome     text,                              -- done, stopped, or why it failed
  used_at     timestamptz
);
create index writing_helps_case on writing_helps (case_id, at);
