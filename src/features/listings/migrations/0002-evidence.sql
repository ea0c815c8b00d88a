create table advertisers (
  id uuid primary key,
  person_id uuid not null unique references people on delete cascade,
  kind text not null check (kind in ('private', 'professional', 'institution', 'student')),
  company_number text,
  since smallint not null,
  check ((kind = 'professional') = (company_number is not null))
);
create trigger advertisers_changed after insert or update or delete on advertisers for each row execute function owner_changed();

create table schools (
  id uuid primary key,
  person_id uuid not null unique references people on delete cascade,
  school text not null,
  confirmed_on date not null
);
create trigger schools_changed after insert or update or delete on schools for each row execute function owner_changed();

create table school_mails (
  id uuid primary key,
  person_id uuid not null unique references people on delete cascade,
  address bytea not null,
  address_key bytea not null,
  created_at timestamptz not null
);
create index school_mails_address on school_mails (address_key);

create table evidence (
  id uuid primary key,
  person_id uuid not null references people on delete cascade,
  listing_id uuid not null references listings on delete cascade,
  kind text not null check (kind in ('conformity', 'kotlabel', 'bruLabel')),
  number text,
  issued_on date not null,
  document bytea,
  state text not null check (state in ('waiting', 'seen', 'refused')),
  refusal text check (refusal in ('unreadable', 'otherHouse', 'expired', 'otherDocument')),
  created_at timestamptz not null,
  decided_at timestamptz,
  decided_by uuid references people on delete set null,
  unique (listing_id, kind)
);
create index evidence_person on evidence (person_id);
create trigger evidence_changed after insert or update or delete on evidence for each row execute function part_changed();
