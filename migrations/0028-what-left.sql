-- What leaves the figures and may come back.

-- Heard by an earlier query of a watch, and not wanted by the one it has: in no figure, there again when a later query wants it.
create table watch_left (
  watch_id   uuid not null references watches,
  mention_id uuid not null references mentions,
  said_at    timestamptz not null,
  source_id  uuid not null,
  person     bigint not null,
  heard_at   timestamptz not null,
  primary key (watch_id, mention_id)
);
create index watch_left_of on watch_left (mention_id);

-- What was said by accounts that are switched off at their source. For everybody it is gone; here it waits for the account to return, for a
-- while.
create table mention_hidden (
  mention_id uuid primary key references mentions,
  source_id  uuid not null references sources,
  author_key text not null,
  at         timestamptz not null,
  held       jsonb not null,                     -- the row as it was
  versions   jsonb not null                      -- and what it had said before
);
create index mention_hidden_of on mention_hidden (source_id, author_key);

-- What is gone counts nowhere.
create temporary table dropped on commit drop as
  select distinct w.watch_id, date_bin('5 minutes', w.said_at, timestamptz '1970-01-01 00:00Z') as bucket
    from mentions m join watch_mentions w on w.mention_id = m.id where m.gone_at is not null;
delete from watch_mentions w using mentions m where m.id = w.mention_id and m.gone_at is not null;
update watch_counts c set posts = n.posts, people = n.people
  from dropped d cross join lateral (
    select count(*)::int as posts, count(distinct person)::int as people from watch_mentions m
     where m.watch_id = d.watch_id and m.said_at >= d.bucket and m.said_at < d.bucket + interval '5 minutes') n
 where c.watch_id = d.watch_id and c.bucket = d.bucket;
