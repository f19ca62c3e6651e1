-- A tag that is renamed, made one with another or taken off everywhere: long work, which goes on where it was.
create table tag_changes (
  id          uuid primary key,
  tag         text not null,
  becomes     text,                              -- null: it is taken off
  total       int not null,                      -- cases that had it when it began
  changed     int not null default 0,
  by_actor    text not null,
  at          timestamptz not null,
  finished_at timestamptz
);
create unique index tag_changes_going on tag_changes (tag) where finished_at is null;
create index tag_changes_latest on tag_changes (at desc);
