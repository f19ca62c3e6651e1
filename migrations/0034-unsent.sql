-- A person's answer that couldn't leave, or may not have: its writer and the case's owner are told, and the case's row says it.
alter table notifications drop constraint notifications_kind_check;
alter table notifications add constraint notifications_kind_check check (kind in
  ('mention', 'assigned', 'reply', 'note', 'promise-due', 'promise-broken', 'look-again', 'answer-asked', 'answer-back', 'answer-failed', 'alarm',
   'send-failed', 'send-uncertain'));
create index outbox_unsent on outbox (message_id) where state in ('failed', 'uncertain') and not automatic;
