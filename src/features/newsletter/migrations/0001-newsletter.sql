create table signups (
  id uuid primary key,
  person_id uuid not null references people on delete cascade,
  email bytea not null,
  email_key bytea not null,
  language text not null,
  created_at timestamptz not null
);
create index signups_person on signups (person_id);
create index signups_email on signups (email_key);

create table subscribers (
  id uuid primary key,
  person_id uuid not null references people on delete cascade,
  email bytea not null,
  email_key bytea not null,
  language text not null,
  confirmed_at timestamptz not null,
  -- Two links that went to one mailbox make one subscription.
  unique (email_key, language)
);
create index subscribers_person on subscribers (person_id);

create table letters (
  id uuid primary key,
  article text not null,
  language text not null,
  created_at timestamptz not null,
  send_at timestamptz,
  began_at timestamptz,
  ended_at timestamptz,
  title text,
  summary text,
  body text,
  path text
);
create index letters_leaving on letters (send_at) where ended_at is null;

create table deliveries (
  id uuid primary key,
  person_id uuid not null references people on delete cascade,
  letter_id uuid not null references letters,
  at timestamptz not null,
  -- Whatever is tried again: nobody gets a letter twice.
  unique (letter_id, person_id)
);
create index deliveries_person on deliveries (person_id);

create table no_mail (
  mark text primary key,
  at timestamptz not null
);
