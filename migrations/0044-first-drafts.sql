-- What somebody has begun to write to a person who hasn't written: there is no conversation yet. One for each agent.
create table first_drafts (
  agent_id   uuid primary key,
  body       jsonb not null,
  version    int not null,
  updated_at timestamptz not null
);
