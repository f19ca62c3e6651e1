-- Deadlines that come near or pass are told once; what kinds of news there are is said in one place, by the program.
alter table notifications drop constraint notifications_kind_check;
alter table notifications add column due_at timestamptz;                -- the deadline that it is about

create table deadline_tellings (
  case_id uuid not null references cases,
  kind    text not null check (kind in ('deadline-near', 'deadline-missed')),
  due_at  timestamptz not null,
  primary key (case_id, kind, due_at)
);
