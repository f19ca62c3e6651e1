-- Files of notes lie apart from those of messages: nothing that sends can name one.
create table note_files (
  id       uuid primary key,
  note_id  uuid not null references notes,
  position int not null,
  name     text not null,
  type     text not null,
  size     int not null,
  sha256   text not null
);
create index note_files_note on note_files (note_id, position);
