-- A person chose when this answer leaves: it asks again when the customer writes first, whatever makes it wait meanwhile.
alter table outbox add column chosen boolean not null default false;
update outbox set chosen = true where why_later = 'chosen';

-- What hasn't arrived for certain, in the order in which it is shown; few of all that was ever sent.
create index outbox_standing on outbox (queued_at, message_id) where state not in ('sent', 'cancelled');

-- Who has proven to write from their domain, since a moment: asked every minute while mail comes.
create index identities_proven on identities (verified_at) where kind = 'email' and verified_at is not null;
