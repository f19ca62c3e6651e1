-- What can't be understood is tried again later, a few times, and doesn't hold up what waits behind it.
alter table story_queue add column tries int not null default 0, add column due_at timestamptz not null default '-infinity';
drop index story_queue_order;
create index story_queue_order on story_queue (n) where tries < 5;

-- What was refused before the decision that holds: taking that back leads there.
alter table ties add column refused_before text[] not null default '{}';
update ties set refused_before = refused where state <> 'refused' and refused <> '{}';

-- A story counts what is still there.
update stories s set mentions = c.mentions
  from (select p.story_id, count(*) filter (where m.gone_at is null)::int as mentions
          from story_mentions p join mentions m on m.id = p.mention_id group by p.story_id
        having bool_or(m.gone_at is not null)) c
 where c.story_id = s.id;
