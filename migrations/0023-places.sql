-- What it costs to read a source that is paid by the piece, month by month (UTC). Booked before it is asked for.
create table source_spending (
  source_id uuid not null references sources,
  month     text not null,                       -- 2026-11
  things    int not null default 0,              -- posts
  micros    bigint not null default 0,           -- millionths of a dollar
  primary key (source_id, month)
);

-- Mentions come in from files as everything else does.
alter table transfers drop constraint transfers_kind_check;
alter table transfers add constraint transfers_kind_check check (kind in ('mbox', 'maildir', 'contacts', 'zendesk', 'chatwoot', 'mentions'));
