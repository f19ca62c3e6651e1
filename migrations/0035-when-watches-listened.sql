-- When a watch listened, and with which query: places that keep only what is wanted have nothing of any other time.
create table watch_listened (
  watch_id uuid not null references watches,
  revision int not null,
  from_at  timestamptz not null,
  to_at    timestamptz,                          -- null: it listens
  primary key (watch_id, revision, from_at)
);

-- As far as it was written down. A pause is known where it was told; facts are kept for good.
with turns as (
  select (f.body::jsonb -> 'data' ->> 'watch')::uuid as watch_id, (f.body::jsonb -> 'data' ->> 'revision')::int as revision,
         f.body::jsonb ->> 'kind' as kind, (f.body::jsonb ->> 'at')::timestamptz as at, f.seq
    from facts f
   where f.body like '%"kind":"watch.added"%' or f.body like '%"kind":"watch.paused"%' or f.body like '%"kind":"watch.resumed"%'
      or f.body like '%"kind":"watch.removed"%' or f.body like '%"kind":"watch.changed"%'),
-- A change of the name alone is no turn, nor is a change while it was paused.
told as (
  select *, lag(revision) over of_watch as before, max(seq) filter (where kind <> 'watch.changed') over of_watch as last_turn
    from turns window of_watch as (partition by watch_id order by seq)),
states as (
  select t.watch_id, t.revision, t.at, t.seq, (t.kind = 'watch.added' or t.kind = 'watch.resumed'
           or t.kind = 'watch.changed' and exists (select from turns s where s.seq = t.last_turn and s.kind in ('watch.added', 'watch.resumed'))) as listens
    from told t where t.kind <> 'watch.changed' or t.revision is distinct from t.before),
stretches as (
  select watch_id, revision, at as from_at, lead(at) over (partition by watch_id order by seq) as to_at, listens from states)
insert into watch_listened (watch_id, revision, from_at, to_at)
select distinct on (s.watch_id, s.revision, s.from_at) s.watch_id, s.revision, s.from_at, s.to_at
  from stretches s join watches w on w.id = s.watch_id
 where s.listens order by s.watch_id, s.revision, s.from_at, s.to_at desc nulls first;
insert into watch_listened (watch_id, revision, from_at, to_at)
select id, revision, created_at, case when state <> 'listening' then state_since end
  from watches w where not exists (select from watch_listened l where l.watch_id = w.id);

-- What each source brought with the query before this one: whether it matters to a watch is known before the new query is tried.
alter table watch_sources add column posts_before int not null default 0;
