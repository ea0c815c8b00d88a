create table campaign_contacts (
  id uuid primary key,
  person_id uuid not null references people on delete cascade,
  number bytea,
  number_key bytea,
  at timestamptz not null,
  busy_until timestamptz,
  constraint campaign_contacts_person unique (person_id),
  constraint campaign_contacts_number unique (number_key)
);

create table campaign_tellings (
  id uuid primary key,
  person_id uuid not null references people on delete cascade,
  number bytea,
  at timestamptz not null
);
create index campaign_tellings_person on campaign_tellings (person_id);
create index campaign_tellings_at on campaign_tellings (at);
