-- That a machine helped to write something stays known to those who read it here; the customer isn't told.

alter table messages add column with_help boolean not null default false;
alter table notes add column with_help boolean not null default false;
