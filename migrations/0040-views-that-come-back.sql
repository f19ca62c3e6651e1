-- A view that was removed comes back as itself: its links and exports lead to it again, and it is still its maker's.
alter table saved_views add column removed_by text, add column removed_at timestamptz;
alter table saved_views add check ((removed_by is null) = (removed_at is null));
