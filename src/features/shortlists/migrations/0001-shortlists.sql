create table shortlists (
  id uuid primary key,
  person_id uuid not null references people on delete cascade,
  title bytea not null,
  link bytea,
  link_hash bytea unique,
  created_at timestamptz not null
);
create index shortlists_person on shortlists (person_id);

create table shortlist_adverts (
  id uuid primary key,
  person_id uuid not null references people on delete cascade,
  shortlist_id uuid not null references shortlists on delete cascade,
  listing_id uuid not null references listings on delete cascade,
  created_at timestamptz not null,
  unique (shortlist_id, listing_id)
);
create index shortlist_adverts_person on shortlist_adverts (person_id);
create index shortlist_adverts_listing on shortlist_adverts (listing_id);
