create table outbox (
  id uuid primary key,
  person_id uuid not null references people on delete cascade,
  template text not null,
  params jsonb not null,
  created_at timestamptz not null,
  sent_at timestamptz
);
create index outbox_person on outbox (person_id);

create table disclosures (
  id uuid primary key,
  person_id uuid not null references people on delete cascade,
  recipient text not null,
  purpose text not null,
  holdings text[] not null,
  at timestamptz not null,
  order_id uuid,
  silent_until date
);
create index disclosures_person on disclosures (person_id, at);

create table openings (
  id uuid primary key,
  person_id uuid not null references people on delete cascade,
  staff_id uuid references people on delete set null,
  purpose text not null,
  reason bytea not null,
  holdings text[] not null,
  target_id uuid,
  at timestamptz not null
);
create index openings_person on openings (person_id, at);

create table holds (
  id uuid primary key,
  person_id uuid not null references people on delete cascade,
  held_table text not null,
  held_row uuid not null,
  holdings text[] not null,
  ground text not null,
  about_id uuid not null,
  staff_id uuid references people on delete set null,
  reason bytea,
  at timestamptz not null,
  until timestamptz not null,
  released_at timestamptz,
  silent_until date,
  unique (held_table, held_row, about_id)
);
create index holds_person on holds (person_id);
create index holds_about on holds (about_id);

create table rate_limits (
  key text primary key,
  points integer not null default 0,
  expire bigint
);

create table traffic (
  id uuid primary key,
  began_at timestamptz not null,
  lines bytea not null
);
create index traffic_began on traffic (began_at);

create table sweeps (
  name text primary key,
  ran_at timestamptz not null,
  deleted integer not null
);

create table farewells (
  id uuid primary key,
  person_id uuid not null references people on delete cascade,
  email bytea not null,
  email_key bytea not null,
  letter bytea not null,
  created_at timestamptz not null
);
create index farewells_person on farewells (person_id);
create index farewells_email on farewells (email_key);

create table tellings (
  id uuid primary key,
  person_id uuid not null references people on delete cascade,
  recipient text not null,
  change text not null,
  email bytea not null,
  email_key bytea not null,
  created_at timestamptz not null
);
create index tellings_person on tellings (person_id);
create index tellings_email on tellings (email_key);

create table told (
  id uuid primary key,
  person_id uuid not null references people on delete cascade,
  recipient text not null,
  change text not null,
  at timestamptz not null,
  told_at timestamptz
);
create index told_person on told (person_id);

create table copies (
  id uuid primary key,
  person_id uuid not null references people on delete cascade,
  lock text,
  file text,
  progress smallint not null,
  created_at timestamptz not null,
  fetched_at timestamptz
);
create index copies_person on copies (person_id);

create table restrictions (
  id uuid primary key,
  person_id uuid not null unique references people on delete cascade,
  ground text not null,
  reason bytea,
  by_staff boolean not null,
  at timestamptz not null,
  lifts_at timestamptz
);

create table objections (
  id uuid primary key,
  person_id uuid not null references people on delete cascade,
  purpose text not null,
  reason bytea,
  at timestamptz not null,
  stops boolean not null,
  decided_at timestamptz,
  answer bytea,
  unique (person_id, purpose)
);
create index objections_waiting on objections (at);
