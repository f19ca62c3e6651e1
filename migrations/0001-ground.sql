-- The ground floor: facts in a sequence without gaps, sealed into a chain; answers kept for repeated requests.

create extension if not exists pg_trgm;
create extension if not exists unaccent;
create extension if not exists btree_gin;

create table facts (
  seq    bigint primary key,
  body   text   not null,           -- canonical JSON, see src/platform/facts.ts
  hash   bytea  not null            -- sha256(hash of the fact before ‖ seq ‖ newline ‖ body)
);

-- One row: the last number and the last hash. Its lock is what makes numbers follow the order of commits.
create table fact_head (
  single boolean primary key default true check (single),
  seq  bigint  not null,
  hash bytea   not null
);
insert into fact_head (seq, hash) values (0, sha256('vigie'));

create function seal_facts(bodies text[]) returns bigint language plpgsql as $$
declare
  head fact_head;
  body text;
begin
  select * into head from fact_head for update;
  foreach body in array bodies loop
    head.seq := head.seq + 1;
    head.hash := sha256(head.hash || convert_to(head.seq || e'\n' || body, 'UTF8'));
    insert into facts (seq, body, hash) values (head.seq, body, head.hash);
  end loop;
  update fact_head set seq = head.seq, hash = head.hash;
  perform pg_notify('facts', head.seq::text);
  return head.seq;
end $$;

create function refuse_change() returns trigger language plpgsql as $$
begin
  raise exception 'facts are written once' using errcode = 'restrict_violation';
end $$;
create trigger facts_written_once before update or delete on facts for each row execute function refuse_change();
create trigger facts_not_truncated before truncate on facts for each statement execute function refuse_change();

-- The answer given to a POST, given again when the same request comes again (Idempotency-Key).
create table repeated_requests (
  actor       text        not null,
  key         text        not null,
  fingerprint text        not null, -- of method, path and body: the same key for another request is refused
  status      int,                  -- null while the first is being answered
  body        text,
  at          timestamptz not null,
  primary key (actor, key)
);
create index repeated_requests_at on repeated_requests (at);

-- French and English words without their accents, stemmed.
create function plain_unaccent(text) returns text language sql immutable parallel safe strict
  return public.unaccent('public.unaccent', $1);
create text search configuration vigie_fr (copy = french);
alter text search configuration vigie_fr alter mapping for hword, hword_part, word with unaccent, french_stem;
create text search configuration vigie_en (copy = english);
alter text search configuration vigie_en alter mapping for hword, hword_part, word with unaccent, english_stem;
