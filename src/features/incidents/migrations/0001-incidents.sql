create table incidents (
  id uuid primary key,
  kind text not null check (kind in ('dump', 'host', 'processor', 'recipient')),
  began_at timestamptz not null,
  ended_at timestamptz not null,
  recipient text,
  known_at timestamptz not null,
  noted_at timestamptz not null,
  nature text not null,
  consequences text not null default '',
  measures text not null default '',
  alarmed smallint not null default 0,
  filed_at timestamptz,
  filing_reason text,
  filing_needed boolean,
  told_at timestamptz,
  telling_reason text,
  telling_needed boolean,
  reach jsonb not null
);

create table incident_people (
  id uuid primary key,
  incident_id uuid not null,
  person_id uuid not null references people on delete cascade,
  readable text[] not null,
  unreadable text[] not null,
  found_at timestamptz not null,
  unique (incident_id, person_id)
);
create index incident_people_person on incident_people (person_id);
