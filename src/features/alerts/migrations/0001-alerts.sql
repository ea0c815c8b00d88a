create table saved_searches (
  id uuid primary key,
  person_id uuid not null references people on delete cascade,
  query bytea not null,
  around_key bytea not null,
  frequency text not null check (frequency in ('atOnce', 'daily', 'weekly', 'none')),
  at_night boolean not null,
  created_at timestamptz not null,
  used_at timestamptz not null,
  next_at timestamptz not null,
  warned_at timestamptz,
  wide boolean not null
);
create index saved_searches_person on saved_searches (person_id);
create index saved_searches_around on saved_searches (around_key);
create index saved_searches_due on saved_searches (next_at) where frequency <> 'none';

create table found_adverts (
  id uuid primary key,
  person_id uuid not null references people on delete cascade,
  search_id uuid not null references saved_searches on delete cascade,
  advert_key bytea not null unique,
  advert bytea not null,
  told_in uuid,
  used_at timestamptz not null
);
create index found_adverts_search on found_adverts (search_id);
create index found_adverts_person on found_adverts (person_id);
create index found_adverts_new on found_adverts (search_id) where told_in is null;

-- An advert that changed waits here until it is matched: once, however often it changes meanwhile.
create table changed_adverts (
  listing_id uuid primary key,
  changed_at timestamptz not null
);
