create table registrations (
  id uuid primary key,
  person_id uuid not null unique references people on delete cascade,
  first_name bytea not null,
  email bytea not null,
  email_key bytea not null,
  user_name bytea not null,
  user_name_key bytea not null,
  password bytea not null,
  language text not null,
  browser_hash bytea not null,
  created_at timestamptz not null
);
create index registrations_created on registrations (created_at);
