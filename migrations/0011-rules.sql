-- Automation rules: when something happens, if it is so, then this is done; and what each run did and why.

create table automation_rules (
  id          uuid primary key,
  name        text not null,
  position    int not null,                  -- rules are asked in this order
  trigger     jsonb not null,                -- {on, …}
  conditions  jsonb not null,                -- {match: all|any, parts: [condition | {match, parts}]}
  actions     jsonb not null,                -- [{do, …}]
  stop        boolean not null default false, -- when it matched, later rules aren't asked
  inbox_ids   uuid[],                        -- cases in one of these; null: every inbox
  version     int not null default 1,        -- counts changes of what it does
  enabled_at  timestamptz,
  enabled_by  text,
  created_by  text not null,
  created_at  timestamptz not null,
  updated_by  text not null,
  updated_at  timestamptz not null,
  failed_at   timestamptz,                   -- last time that a run broke off, until it is changed
  clock_at    timestamptz                    -- until when the clock has asked it
);

-- Each time that a rule matched, or broke off.
create table rule_runs (
  id        uuid primary key,
  rule_id   uuid not null references automation_rules on delete cascade,
  version   int not null,
  case_id   uuid not null references cases on delete cascade,
  fact_seq  bigint,                          -- null: the clock asked
  moment    text,                            -- which moment of the case, for what the clock asks
  at        timestamptz not null,
  depth     int not null default 0,          -- how many rules before it led to it
  outcome   text not null check (outcome in ('done', 'failed', 'held')), -- held: a limit kept it from running
  reasons   jsonb not null,                  -- condition by condition
  done      jsonb not null,                  -- what it did, with what was before
  problem   text,
  undone_by text,
  undone_at timestamptz
);
create unique index rule_runs_fact on rule_runs (rule_id, case_id, fact_seq) where fact_seq is not null;
create unique index rule_runs_moment on rule_runs (rule_id, case_id, moment) where moment is not null;
create index rule_runs_rule on rule_runs (rule_id, id desc);
create index rule_runs_case on rule_runs (case_id, at);

-- What a rule would have done to past cases.
create table rule_dry_runs (
  id          uuid primary key,
  rule_id     uuid not null references automation_rules on delete cascade,
  version     int not null,
  days        int not null,
  most        int not null,
  total       int not null default 0,
  looked      int not null default 0,
  matched     int not null default 0,
  matches     jsonb not null default '[]',   -- [{caseId, reasons, would}], the first hundred
  by_actor    text not null,
  started_at  timestamptz not null,
  finished_at timestamptz,
  stopped_at  timestamptz
);
create index rule_dry_runs_rule on rule_dry_runs (rule_id, id desc);

-- Whose turn it was last in a team.
create table team_turns (
  team_id  uuid primary key,
  agent_id uuid not null,
  at       timestamptz not null
);
