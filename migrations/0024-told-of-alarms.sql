-- An alarm is told at the desk as everything else is.
alter table notifications drop constraint notifications_kind_check;
alter table notifications add constraint notifications_kind_check
  check (kind in ('mention', 'assigned', 'reply', 'note', 'promise-due', 'promise-broken', 'look-again', 'answer-asked', 'answer-back',
    'answer-failed', 'alarm'));
alter table notifications add column alarm_id uuid;
alter table notifications add column words text not null default ''; -- what it is about, where no case says it
alter table notifications drop constraint notifications_once;
alter table notifications add constraint notifications_once
  unique nulls not distinct (agent_id, kind, case_id, message_id, promise_id, mention_id, alarm_id, at);
alter table notifications drop constraint notifications_about;
alter table notifications add constraint notifications_about
  check ((case_id is not null) or (mention_id is not null) or (alarm_id is not null));
