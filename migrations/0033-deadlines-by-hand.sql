-- A deadline that somebody moved or took away on one case: what counts stands on the case, each change with who and when beside it.
alter table cases add column due_by_hand jsonb not null default '{}';   -- {firstAnswer: {at, setAt}}; at null: taken away

create table deadline_changes (
  id        uuid primary key,
  case_id   uuid not null references cases,
  deadline  text not null check (deadline in ('firstAnswer', 'nextAnswer', 'resolution')),
  what      text not null check (what in ('moved', 'taken', 'rules')),
  due_at    timestamptz,                         -- where it was moved to
  by_actor  text not null,
  at        timestamptz not null,
  check ((what = 'moved') = (due_at is not null))
);
create index deadline_changes_case on deadline_changes (case_id);
