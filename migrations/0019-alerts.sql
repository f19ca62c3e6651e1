-- Who is told of surges, by what, in whose quiet hours not, and what became of it.

-- Several spans on weekdays, in place of one from an hour to an hour.
update agent_preferences set quiet = jsonb_build_array(quiet || '{"days": [1, 2, 3, 4, 5, 6, 7]}')
 where quiet is not null and quiet ->> 'from' <> quiet ->> 'to';
update agent_preferences set quiet = '[]' where quiet is null or jsonb_typeof(quiet) <> 'array';
alter table agent_preferences alter column quiet set not null;
alter table agent_preferences add column alerts jsonb not null default '{}'; -- mail, ended, wakeFrom, dutyUntil

-- Who is told of the surges of one subject. Without a row: who made it, leads and administrators.
create table alert_plans (
  subject    text not null check (subject in ('watch', 'inbox', 'topic')),
  subject_id text not null,                      -- id of the watch or inbox; the tag
  plan       jsonb not null,                     -- steps (after, keepers, agents, teams), stopsWhen, wakeFrom, throughQuiet
  by_actor   text not null,
  at         timestamptz not null,
  primary key (subject, subject_id)
);

-- How far the telling of an alarm has come.
create table alarm_alerts (
  alarm_id uuid primary key references alarms,
  plan     jsonb not null,                       -- as it stood when the alarm was called
  told     int not null,                         -- so many steps were told
  next_at  timestamptz,                          -- when the next is told unless somebody is on it; null: never
  taken_by text,
  taken_at timestamptz,
  over_at  timestamptz,                          -- no more is said than is usual
  check ((taken_by is null) = (taken_at is null))
);
create index alarm_alerts_due on alarm_alerts (next_at) where next_at is not null;
create index alarm_alerts_open on alarm_alerts (alarm_id) where over_at is null;

-- Who was told of an alarm, by what, or why not. Each person once by each.
create table alarm_tellings (
  id       uuid primary key,
  alarm_id uuid not null references alarms,
  step     int not null,
  agent_id uuid not null,
  channel  text not null check (channel in ('desk', 'browser', 'mail', 'end')),
  state    text not null check (state in ('told', 'held', 'leaving', 'trying', 'uncertain', 'failed', 'left_out')),
  because  text,                                 -- why it was held, left out or failed
  at       timestamptz not null,
  due_at   timestamptz,                          -- held until
  told_at  timestamptz,
  mail_id  uuid,                                 -- the mail it went with: a digest carries several
  unique (alarm_id, agent_id, channel)
);
create index alarm_tellings_held on alarm_tellings (due_at) where state = 'held';
create index alarm_tellings_mail on alarm_tellings (mail_id) where mail_id is not null;

-- What happened to an alarm after it was called.
create table alarm_events (
  n        bigint generated always as identity primary key, -- what happens in the same moment keeps its order
  alarm_id uuid not null references alarms,
  at       timestamptz not null,
  what     text not null check (what in ('step', 'seen', 'taken', 'let_go', 'answered', 'unanswered', 'over')),
  step     int,
  by_actor text not null
);
create index alarm_events_of on alarm_events (alarm_id, n);
