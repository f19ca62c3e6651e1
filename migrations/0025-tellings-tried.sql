-- A mail that a relay defers is given up a day after its first try, however long it was held before.
alter table alarm_tellings add column tried_at timestamptz; -- the first try; later by every quiet hour that it waited since
update alarm_tellings set tried_at = at where because = 'relay';
