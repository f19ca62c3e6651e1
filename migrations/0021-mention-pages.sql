-- A mention may belong to somebody who has no case; a story is decided about as a mention is; what was decided can be taken back;
-- mentions are moved from one story to another by hand.

alter table ties alter column case_id drop not null;
alter table ties add column contact_id uuid;     -- whom it is tied to where no case is; merged away, it means whom they went into
alter table ties add constraint ties_to_one check (num_nonnulls(case_id, contact_id) = 1);
create unique index ties_contact_once on ties (contact_id, mention_id) where contact_id is not null;
alter table tie_due drop constraint tie_due_what_check;
alter table tie_due add constraint tie_due_what_check check (what in ('mention', 'case', 'contact'));

alter table mention_decisions alter column mention_id drop not null;
alter table mention_decisions add column story_id uuid references stories;
alter table mention_decisions add column undone_at timestamptz;
alter table mention_decisions add column undone_by text;
alter table mention_decisions add constraint mention_decisions_about check (num_nonnulls(mention_id, story_id) = 1);
alter table mention_decisions add constraint mention_decisions_undone check ((undone_at is null) = (undone_by is null));
create index mention_decisions_of_story on mention_decisions (story_id, at desc, id desc) where story_id is not null;

-- A reminder about a story names one of its mentions as well.
alter table notifications add column story_id uuid;

alter table story_moves drop constraint story_moves_kind_check;
alter table story_moves add constraint story_moves_kind_check check (kind in ('merge', 'split', 'move'));

-- What else the same person said.
create index mentions_of_person on mentions (person, said_at desc);
