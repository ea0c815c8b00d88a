create table consents (
  id uuid primary key,
  person_id uuid references people on delete cascade,
  browser text,
  purpose text not null,
  given boolean not null,
  how text not null,
  text_hash text not null,
  version integer not null,
  language text not null,
  at timestamptz not null,
  seq integer not null
);
create index consents_browser on consents (browser, purpose, seq desc);
create index consents_person on consents (person_id, purpose, seq desc);

create table consent_chain (
  seq integer primary key,
  row text not null,
  hash text not null
);
