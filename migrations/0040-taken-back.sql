-- A view that was removed comes back as itself: its links and exports lead to it again, and it is still its maker's.
alter table saved_views add column removed_by text, add column removed_at timestamptz;
alter table saved_views add check ((removed_by is null) = (removed_at is null));

-- A decision that is taken back stays to be read, with who took it back and when.
alter table decisions add column withdrawn_by text, add column withdrawn_at timestamptz;
alter table decisions add check ((withdrawn_by is null) = (withdrawn_at is null));
