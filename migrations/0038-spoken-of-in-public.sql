-- Which cases what is said in the open was tied to: a row of a list says it without asking who listens.
create table case_public (
  tie_id  uuid primary key,
  case_id uuid not null references cases
);
create index case_public_case on case_public (case_id);
insert into case_public (tie_id, case_id) select t.id, t.case_id from ties t join cases c on c.id = t.case_id where t.state = 'confirmed';

alter table cases add column in_public boolean not null default false;
update cases c set in_public = true
 where exists (
   with recursive family (id) as (values (c.id) union all select k.id from family f join cases k on k.merged_into = f.id)
   select from family f join case_public p on p.case_id = f.id
 ) and exists (select from case_public);
