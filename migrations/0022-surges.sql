-- What customers write surges, too: in an inbox, and under a tag.

-- An alarm is of a watch, an inbox or a topic (a tag). Who sees none of its inboxes doesn't see it; null: what was said in the open.
alter table alarms alter column watch_id drop not null;
alter table alarms add column inbox_id uuid;
alter table alarms add column topic text;
alter table alarms add column inbox_ids uuid[];
alter table alarms add constraint alarms_subject check (num_nonnulls(watch_id, inbox_id, topic) = 1);
alter table alarms add constraint alarms_sight check ((watch_id is null) = (inbox_ids is not null));
create index alarms_of_inbox on alarms (inbox_id, called_at desc) where inbox_id is not null;
create index alarms_of_topic on alarms (topic, called_at desc) where topic is not null;

-- What is ordinary for an inbox or a topic.
create table desk_detectors (
  kind    text not null check (kind in ('inbox', 'topic')),
  name    text not null,                         -- the inbox's id, or the tag
  state   jsonb not null,
  through timestamptz not null,                  -- end of the last five minutes that were judged
  primary key (kind, name)
);

-- What customers wrote in the last five minutes, whichever inbox it came to.
create index messages_heard on messages (received_at) where direction = 'in' and agent_id is null and automatic is null;

-- All mentions, the latest said first, and those of a day long ago.
create index mentions_said on mentions (said_at desc, id desc);

-- What passes a mention on, and what was edited in a moment.
create index mentions_reposting on mentions (source_id, repost_of) where repost_of is not null;
create index mentions_edited on mentions (source_id, changed_at) where changed_at is not null;
