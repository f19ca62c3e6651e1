-- What is said in the open, tied to a case by evidence, confirmed by a person; and what was decided about it.

create table ties (
  id          uuid primary key,
  mention_id  uuid not null references mentions,
  case_id     uuid not null,                     -- as proposed; merged away, it means where it went
  state       text not null check (state in ('proposed', 'confirmed', 'refused', 'withdrawn')),
  before      text,                              -- what it was before a person decided: where undoing leads
  score       real not null,                     -- natural logarithm of the odds
  pieces      jsonb not null,                    -- kind, weight, what the mention says, what the case says
  refused     text[] not null default '{}',      -- evidence that a person has refused: not proposed again for it alone
  by_hand     boolean not null,
  proposed_by text not null,
  proposed_at timestamptz not null,
  decided_by  text,
  decided_at  timestamptz,
  unique (mention_id, case_id),
  check ((decided_by is null) = (decided_at is null)),
  check (state not in ('confirmed', 'refused') or decided_at is not null)
);
create index ties_case on ties (case_id, proposed_at desc);
create index ties_open on ties (proposed_at desc) where state = 'proposed';

-- By what a mention that a watch heard is found when a case changes: words (w:), names (n:), handles (h:), numbers (r:).
create table tie_marks (
  mention_id uuid primary key references mentions,
  said_at    timestamptz not null,
  marks      text[] not null
);
create index tie_marks_of on tie_marks using gin (marks);

-- Mentions and cases that are still to be held against each other.
create table tie_due (
  what   text not null check (what in ('mention', 'case')),
  id     uuid not null,
  due_at timestamptz not null,
  tries  int not null default 0,
  primary key (what, id)
);
create index tie_due_at on tie_due (due_at);

-- What was decided about a mention: the latest holds, the earlier ones are kept.
create table mention_decisions (
  id            uuid primary key,
  mention_id    uuid not null references mentions,
  case_id       uuid,                            -- decided with a case in sight: for those who may see it
  way           text not null check (way in ('public', 'private', 'watch', 'leave')),
  aim           text not null default '',
  tone          text not null default '',
  reason        text not null,
  by_actor      text not null,
  at            timestamptz not null,
  look_again_at timestamptz,
  reminded_at   timestamptz                      -- looked at again: by a reminder, or because something newer was decided
);
create index mention_decisions_of on mention_decisions (mention_id, at desc, id desc);
create index mention_decisions_due on mention_decisions (look_again_at) where look_again_at is not null and reminded_at is null;

-- Order numbers that systems outside told, as they are compared.
create index outside_facts_reference on outside_facts (regexp_replace(lower(reference), '[^[:alnum:]]', '', 'g')) where reference <> '';

-- A decision to look at again tells who took it; it is about a mention, and about a case where one is tied.
alter table notifications drop constraint notifications_kind_check;
alter table notifications add constraint notifications_kind_check
  check (kind in ('mention', 'assigned', 'reply', 'note', 'promise-due', 'promise-broken', 'look-again'));
alter table notifications alter column case_id drop not null;
alter table notifications add column mention_id uuid;
alter table notifications drop constraint notifications_agent_id_kind_case_id_message_id_promise_id_a_key;
alter table notifications add constraint notifications_once
  unique nulls not distinct (agent_id, kind, case_id, message_id, promise_id, mention_id, at);
alter table notifications add constraint notifications_about check ((case_id is not null) or (mention_id is not null));
