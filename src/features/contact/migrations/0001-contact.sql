create table entries (
  id uuid primary key,
  person_id uuid not null references people on delete cascade,
  form text not null,
  language text not null,
  email bytea,
  email_key bytea,
  filled_in bytea not null,
  created_at timestamptz not null,
  mailed_at timestamptz,
  assigned_to uuid references people on delete set null,
  done_at timestamptz,
  answer bytea
);
create index entries_person on entries (person_id);
create index entries_email on entries (email_key);
create index entries_assigned on entries (assigned_to);
create index entries_waiting on entries (created_at) where done_at is null;

create table entry_files (
  id uuid primary key,
  person_id uuid not null references people on delete cascade,
  entry_id uuid not null references entries on delete cascade,
  file_name bytea not null,
  file bytea not null,
  created_at timestamptz not null
);
create index entry_files_person on entry_files (person_id);
create index entry_files_entry on entry_files (entry_id);
