-- Words of an account of ours, heard before it was known to be ours: they are nobody's mention any more.
alter table mentions add column ours_at timestamptz;
