-- Places that never tell of a deletion are asked again, at growing ages, whether what was kept still stands there.
create table mention_looks (
  mention_id uuid primary key references mentions,
  source_id  uuid not null references sources,
  looks      smallint not null default 0,        -- how many there were
  next_at    timestamptz not null,
  missed_at  timestamptz                         -- since when it isn't found where it stood
);
create index mention_looks_due on mention_looks (source_id, next_at);

-- What was heard in the last month, spread over a day.
insert into mention_looks (mention_id, source_id, looks, next_at)
select m.id, m.source_id, case when m.heard_at < now() - interval '7 days' then 5 when m.heard_at < now() - interval '1 day' then 3 else 0 end,
       now() + random() * interval '1 day'
  from mentions m join sources s on s.id = m.source_id
 where m.heard_at > now() - interval '30 days' and m.gone_at is null and m.ours_at is null
   and s.kind in ('feed', 'page', 'mastodon', 'discourse', 'lemmy', 'hacker-news', 'trustpilot', 'app-store', 'youtube');

-- Who is known by a key alone is asked for again, source by source, the latest first.
create index mentions_unnamed on mentions (source_id, id) where author_handle is null and author_key is not null and gone_at is null;
-- What was told without an id, which is a hash then, is found by its address: who tells of its deletion may know no more.
create index mentions_without_id on mentions (source_id, md5(url)) where length(key) = 64 and gone_at is null;
