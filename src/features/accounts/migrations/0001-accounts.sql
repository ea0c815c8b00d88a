create table accounts (
  id uuid primary key,
  person_id uuid not null unique references people on delete cascade,
  first_name bytea not null,
  email bytea not null,
  email_key bytea not null constraint accounts_email_key unique,
  user_name bytea not null,
  user_name_key bytea not null constraint accounts_user_name_key unique,
  password bytea,
  language text not null,
  notifications jsonb not null,
  created_at timestamptz not null,
  last_seen_on date not null,
  warned_on date
);
create index accounts_last_seen on accounts (last_seen_on);

create table email_changes (
  id uuid primary key,
  person_id uuid not null unique references people on delete cascade,
  email bytea not null,
  email_key bytea not null,
  created_at timestamptz not null
);
create index email_changes_email on email_changes (email_key);

create table links (
  id uuid primary key,
  person_id uuid not null references people on delete cascade,
  kind text not null,
  token_hash bytea not null unique,
  created_at timestamptz not null,
  expires_at timestamptz not null,
  used_at timestamptz
);
create index links_person on links (person_id);

create table sessions (
  id uuid primary key,
  person_id uuid not null references people on delete cascade,
  token_hash bytea not null unique,
  stay boolean not null,
  by_link boolean not null,
  created_at timestamptz not null,
  last_used_at timestamptz not null,
  second_factor_at timestamptz
);
create index sessions_person on sessions (person_id);

create table last_sign_ins (
  id uuid primary key,
  person_id uuid not null unique references people on delete cascade,
  ip bytea not null,
  at timestamptz not null
);

create table staff (
  id uuid primary key,
  person_id uuid not null unique references people on delete cascade,
  role text not null,
  name bytea not null,
  totp bytea,
  totp_step integer,
  created_at timestamptz not null
);

create table passkeys (
  id uuid primary key,
  person_id uuid not null references people on delete cascade,
  credential bytea not null,
  credential_key bytea not null unique,
  label bytea not null,
  created_at timestamptz not null
);
create index passkeys_person on passkeys (person_id);

create table staff_passkeys (
  id uuid primary key,
  person_id uuid not null references people on delete cascade,
  credential bytea not null,
  credential_key bytea not null unique,
  created_at timestamptz not null
);
create index staff_passkeys_person on staff_passkeys (person_id);
