-- Which cases what is said in the open was tied to: a row of a list says it without asking who listens.
create table case_public (
  tie_id  uuid primary key,
  case_id uuid not null references cases
);
create index case_public_case on case_public (case_id);
insert into case_public (tie_id, case_id) select t.id, t.case_id from ties t join cases c on c.id = t.case_id where t.state = 'confirmed';

alter table cases add column in_public boolean not null default false;
with recursive up (id) as (
  select case_id from case_public
  union
  select c.merged_into from up join cases c on c.id = up.id where c.merged_into is not null
)
update cases set in_public = true where id in (select id from up);
