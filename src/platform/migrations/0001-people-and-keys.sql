create table people (
  id uuid primary key,
  created_at timestamptz not null default now(),
  ended_at timestamptz,
  demo boolean not null default false
);
-- Few have ended and are still here: whose adverts must not be shown is looked up in a moment.
create index people_ended on people (id) where ended_at is not null;

create table key_epochs (
  id integer primary key,
  opened_at timestamptz not null default now(),
  closed_at timestamptz,
  key_check bytea not null
);

create table person_keys (
  id uuid primary key,
  person_id uuid not null references people on delete cascade,
  class text not null,
  epoch_id integer not null references key_epochs,
  wrapped bytea not null,
  unique (person_id, class)
);
create index person_keys_epoch on person_keys (epoch_id);

create table ledger_position (
  id integer primary key check (id = 1),
  seq integer not null,
  hash text not null
);
insert into ledger_position values (1, 0, '');
