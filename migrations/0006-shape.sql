-- The desk as each agent has it, what they have read, and which cases are in danger.

create table agent_preferences (
  agent_id   uuid primary key references agents,
  keys       jsonb not null default '{}',        -- {"case.resolve": ["e"], …}: only what differs; []: switched off
  letters    boolean not null default true,      -- single letters are shortcuts
  density    text not null default 'comfortable' check (density in ('comfortable', 'compact')),
  notify     jsonb not null default '{}',        -- {"assigned": false, …}: only what differs
  quiet      jsonb,                              -- {"from": "22:00", "to": "07:00"}, in the agent's time zone
  updated_at timestamptz not null
);

-- Until when an agent has read a case.
create table seen (
  agent_id uuid not null,
  case_id  uuid not null references cases,
  until    timestamptz not null,
  primary key (agent_id, case_id)
);

-- Danger as a moment: the earlier, the graver. Two cases that both grow older keep their order, so that it can be walked by an index.
-- The customer's silence counts from its beginning, a deadline as a silence of twelve hours when it passes; what went wrong counts as
-- days more: a contradiction 7, a broken promise 5, urgent 2, high 1, low one less. Nothing of this: no danger, last in the order.
alter table cases add column promise_broken boolean not null default false;
alter table cases add column risk_from timestamptz not null generated always as (
  ((case
    when category in ('resolved', 'spam') then timestamp 'infinity'
    else coalesce(
      least(
        waiting_since at time zone 'UTC',
        next_due at time zone 'UTC' - interval '12 hours',
        case when contradiction is not null or promise_broken then last_at at time zone 'UTC' end
      ),
      timestamp 'infinity')
  end)
    - case when contradiction is not null then interval '168 hours' else interval '0' end
    - case when promise_broken then interval '120 hours' else interval '0' end
    - case priority when 'urgent' then interval '48 hours' when 'high' then interval '24 hours' when 'low' then interval '-24 hours' else interval '0' end
  ) at time zone 'UTC'
) stored;
create index cases_risk on cases (risk_from, id) where merged_into is null;

-- Whether a promise of a case, or of one that was merged into it, was broken. A word kept after all takes it back.
create function has_broken_promise(case_id uuid) returns boolean language sql stable as $$
  with recursive family (id) as (
    select has_broken_promise.case_id union all select c.id from family f join cases c on c.merged_into = f.id
  )
  select exists (select from family f join promises p on p.case_id = f.id where p.broken_at is not null and p.withdrawn_at is null)
$$;
create function note_broken_promise() returns trigger language plpgsql as $$
begin
  with recursive up (id, merged_into) as (
    select c.id, c.merged_into from cases c where c.id = new.case_id
    union all select c.id, c.merged_into from up join cases c on c.id = up.merged_into
  )
  update cases c set promise_broken = has_broken_promise(c.id)
    from up where c.id = up.id and c.promise_broken is distinct from has_broken_promise(c.id);
  return null;
end $$;
create trigger promises_broken after update of broken_at, withdrawn_at on promises
  for each row when (old.broken_at is distinct from new.broken_at or old.withdrawn_at is distinct from new.withdrawn_at)
  execute function note_broken_promise();
create trigger promises_broken_before after insert on promises
  for each row when (new.broken_at is not null) execute function note_broken_promise();
update cases c set promise_broken = true where has_broken_promise(c.id);
