-- A person chose when this answer leaves: it asks again when the customer writes first, whatever makes it wait meanwhile.
alter table outbox add column chosen boolean not null default false;
update outbox set chosen = true where why_later = 'chosen';
