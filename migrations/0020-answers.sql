-- What the company says in the open: with which accounts, by whose leave, and what became of each answer.

-- Accounts that the company speaks with. Removed ones stay: what they said is still theirs.
create table social_accounts (
  id            uuid primary key,
  kind          text not null,                   -- bluesky, mastodon
  name          text not null,
  settings      jsonb not null,
  sealed_secret bytea,
  author_key    text not null,                   -- as sources write the author of its posts
  handle        text not null,
  url           text,
  counting      jsonb not null,                  -- how the place counts, as it said when it was last asked
  approval      text not null check (approval in ('nobody', 'everybody', 'teams')),
  approval_teams uuid[] not null default '{}',
  approvers     uuid[] not null default '{}',    -- empty: every lead
  trouble       jsonb,                           -- why it couldn't speak when it last tried; null: it could
  checked_at    timestamptz not null,
  created_by    text not null,
  created_at    timestamptz not null,
  updated_at    timestamptz not null,
  removed_at    timestamptz
);
create unique index social_accounts_once on social_accounts (kind, author_key) where removed_at is null;

create table public_answers (
  id           uuid primary key,
  mention_id   uuid not null references mentions,
  account_id   uuid not null references social_accounts,
  case_id      uuid references cases,            -- in sight when it was written: for those who may see it, until it is public
  text         text not null,
  language     text,
  revision     int not null default 1,
  writers      text[] not null,                  -- whose words they are: none of them approves
  state        text not null check (state in
    ('draft', 'asked', 'sent-back', 'ready', 'sending', 'retry', 'uncertain', 'sent', 'failed', 'withdrawing', 'withdrawn', 'discarded')),
  state_since  timestamptz not null,
  reason       jsonb,                            -- why it stands so: a code that has a sentence, and the place's own words
  decision_id  uuid references mention_decisions,
  approved_by  text,
  due_at       timestamptz,                      -- when something is done about it next, by itself
  post_key     text,                             -- chosen before anything leaves: sent twice, it stands there once
  fixed        jsonb,                            -- what is sent, to the letter
  place        jsonb,                            -- how the place names what stands there
  url          text,
  attempts     int not null default 0,
  lease        int not null default 0,
  leased_by    text,
  leased_until timestamptz,
  created_at   timestamptz not null,
  updated_at   timestamptz not null,
  sent_at      timestamptz,
  check ((state in ('sent', 'withdrawing', 'withdrawn')) <= (sent_at is not null))
);
create index public_answers_of on public_answers (mention_id, id);
create index public_answers_case on public_answers (case_id, id) where case_id is not null;
create index public_answers_lately on public_answers (id desc) where state <> 'discarded';
create index public_answers_asked on public_answers (id) where state = 'asked';
create index public_answers_due on public_answers (due_at) where due_at is not null;
create index public_answers_leased on public_answers (leased_until) where leased_by is not null;

-- What was done with an answer, by whom, with the words as they were then.
create table public_answer_steps (
  id        uuid primary key,
  n         bigint generated always as identity, -- in the order in which they were written
  answer_id uuid not null references public_answers,
  step      text not null,
  by_actor  text not null,
  at        timestamptz not null,
  reason    text,                                -- a person's
  detail    jsonb,                               -- a place's
  text      text                                 -- the words, where they were fixed or changed
);
create index public_answer_steps_of on public_answer_steps (answer_id, n);

-- What the guard found and a person said is no private fact, each with its reason.
create table public_answer_releases (
  answer_id uuid not null references public_answers,
  kind      text not null,
  words     text not null,                       -- folded, as they are compared
  written   text not null,
  reason    text not null,
  by_actor  text not null,
  at        timestamptz not null,
  primary key (answer_id, kind, words)
);

-- Who is asked to approve is told, and the writer of what became of it.
alter table notifications drop constraint notifications_kind_check;
alter table notifications add constraint notifications_kind_check check (kind in
  ('mention', 'assigned', 'reply', 'note', 'promise-due', 'promise-broken', 'look-again', 'answer-asked', 'answer-back', 'answer-failed'));
