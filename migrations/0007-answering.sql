-- Templates that answers begin from, and teams that notes call.

create table templates (
  id         uuid primary key,
  name       text not null,
  reach      text not null check (reach in ('personal', 'team', 'everybody')),
  agent_id   uuid,                          -- whose, when personal
  team_id    uuid,                          -- whose, when a team's
  text_en    text not null default '',
  text_fr    text not null default '',
  used       integer not null default 0,
  used_at    timestamptz,
  made_by    text not null,
  made_at    timestamptz not null,
  changed_at timestamptz not null,
  removed_by text,                          -- a removed one can be brought back
  removed_at timestamptz,
  check ((reach = 'personal') = (agent_id is not null)),
  check ((reach = 'team') = (team_id is not null)),
  check (text_en <> '' or text_fr <> '')
);
create index templates_name on templates (lower(name), id) where removed_at is null;

alter table notes add column teams uuid[] not null default '{}';
