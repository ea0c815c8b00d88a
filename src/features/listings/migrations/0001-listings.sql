create table drafts (
  id uuid primary key,
  person_id uuid not null references people on delete cascade,
  listing_id uuid,
  content bytea not null,
  house bytea,
  updated_at timestamptz not null
);
create index drafts_person on drafts (person_id);

create table buildings (
  id uuid primary key,
  person_id uuid not null references people on delete cascade,
  name bytea not null,
  created_at timestamptz not null
);
create index buildings_person on buildings (person_id);

create table listings (
  id uuid primary key,
  person_id uuid references people on delete cascade,
  public_id text not null unique,
  status text not null check (status in ('waiting', 'held', 'published', 'paused', 'rented', 'archived', 'removed')),
  kind text not null check (kind in ('kot', 'studio', 'apartment')),
  language text not null check (language in ('nl', 'fr', 'en')),
  title text not null,
  text text not null,
  street text,
  postcode text,
  place_id text not null,
  region text not null check (region in ('BE-VLG', 'BE-BRU', 'BE-WAL', 'NL')),
  house_number bytea,
  point bytea,
  accuracy text not null check (accuracy in ('address', 'street', 'postcode', 'place')),
  cell_lat double precision not null,
  cell_lon double precision not null,
  rent integer not null check (rent > 0),
  month_rents jsonb not null default '[]',
  charges_mode text check (charges_mode in ('included', 'fixed', 'provision')),
  charges integer check (charges >= 0),
  charges_cover text[] not null,
  total integer not null generated always as (rent + case when charges_mode in ('fixed', 'provision') then coalesce(charges, 0) else 0 end) stored,
  deposit integer check (deposit >= 0),
  size smallint check (size > 0),
  available_from date,
  available_until date,
  lease_min_months smallint,
  lease_max_months smallint,
  furnished boolean,
  kitchen text check (kitchen in ('own', 'shared')),
  bath text check (bath in ('own', 'shared')),
  toilet text check (toilet in ('own', 'shared')),
  internet text check (internet in ('included', 'extra', 'none')),
  domicile text check (domicile in ('yes', 'no', 'onRequest')),
  energy_label text,
  epc_score integer,
  epc_code text,
  answers jsonb not null default '{}',
  phone bytea,
  in_feed boolean not null default true,
  spotlight_from timestamptz,
  spotlight_until timestamptz,
  published_at timestamptz,
  confirmed_at timestamptz,
  asked_at timestamptz,
  lapsed boolean not null default false,
  resting boolean not null default false,
  building_id uuid references buildings on delete set null,
  reference text,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  source text,
  source_id text,
  source_url text,
  against text[] not null default '{}',
  cleared text[] not null default '{}',
  -- Accents are taken off by the program on both sides: `unaccent` is not immutable, and not everywhere installed.
  search tsvector not null generated always as (
    to_tsvector(
      case language when 'nl' then 'dutch'::regconfig when 'fr' then 'french'::regconfig else 'english'::regconfig end,
      translate(lower(title || ' ' || text || ' ' || coalesce(street, '')), 'àáâãäåçèéêëìíîïñòóôõöùúûüýÿ', 'aaaaaaceeeeiiiinooooouuuuyy')
    )
  ) stored,
  -- Every option that a search counts, in one number: each filter has a few codes, and stands at its own unit (search/facets.ts reads it).
  -- kind 4 codes, months 16 (a bit each for a stay of 3, 5, 10 and 12 months), furnished 3, bath 2, kitchen 2, domicile 3, sublet 2.
  facets integer not null generated always as (
    case kind when 'kot' then 1 when 'studio' then 2 else 3 end
    + 4 * case when lease_min_months is null and lease_max_months is null then 0 else
        case when coalesce(lease_min_months, 0) <= 3 and coalesce(lease_max_months, 999) >= 3 then 1 else 0 end
        + case when coalesce(lease_min_months, 0) <= 5 and coalesce(lease_max_months, 999) >= 5 then 2 else 0 end
        + case when coalesce(lease_min_months, 0) <= 10 and coalesce(lease_max_months, 999) >= 10 then 4 else 0 end
        + case when coalesce(lease_min_months, 0) <= 12 and coalesce(lease_max_months, 999) >= 12 then 8 else 0 end
      end
    + 64 * case furnished when true then 1 when false then 2 else 0 end
    + 192 * case bath when 'own' then 1 else 0 end
    + 384 * case kitchen when 'own' then 1 else 0 end
    + 768 * case domicile when 'yes' then 1 when 'onRequest' then 2 else 0 end
    + 2304 * case answers ->> 'lease' when 'sublet' then 1 else 0 end
  ) stored,
  unique (source, source_id),
  check (person_id is not null or (house_number is null and point is null and phone is null))
);
create index listings_person on listings (person_id);
create index listings_building on listings (building_id);
create unique index listings_reference on listings (person_id, reference);
-- Lists and counts of a place, and of the surroundings of a campus, are read from the index alone: an advert is 1 kB, of which they need 100 bytes.
create index listings_live_total on listings (place_id, total, id) include (
  facets, published_at, size, available_from, available_until, kind, cell_lat, cell_lon
) where status = 'published' and not resting;
create index listings_live_cell on listings (cell_lat, cell_lon) include (
  id, total, facets, published_at, size, available_from, available_until, place_id
) where status = 'published' and not resting;
create index listings_fresh on listings (coalesce(confirmed_at, published_at)) where status = 'published' and not resting and person_id is not null;
create index listings_live_postcode on listings (left(postcode, 4), total, id) where status = 'published' and not resting;
create index listings_live_place_newest on listings (place_id, published_at, id) include (
  facets, total, size, available_from, available_until
) where status = 'published' and not resting;
create index listings_live_newest on listings (published_at, id) include (facets, total, size, available_from, available_until, cell_lat, cell_lon) where status = 'published' and not resting;
create index listings_live_price on listings (total, id) include (facets, published_at, size, available_from, available_until) where status = 'published' and not resting;
create index listings_search on listings using gin (search) where status = 'published' and not resting;
-- Each word with the place before it ("leuven tuin"), so that a word in a place is one look-up, and not two long lists and what they share.
create function words_at(place text, search tsvector) returns tsvector language sql immutable strict parallel safe cost 1000
  return (select coalesce(array_to_tsvector(array_agg(place || ' ' || word)), '') from unnest(tsvector_to_array(search)) word);
create index listings_search_at on listings using gin (words_at(place_id, search)) where status = 'published' and not resting;

create table photos (
  id uuid primary key,
  person_id uuid references people on delete cascade,
  draft_id uuid references drafts on delete set null,
  listing_id uuid references listings on delete cascade,
  position smallint not null,
  path text not null unique,
  width smallint not null,
  height smallint not null,
  created_at timestamptz not null
);
create index photos_listing on photos (listing_id, position);
create index photos_draft on photos (draft_id);
create index photos_person on photos (person_id);

-- Whoever keeps pages in memory hears which adverts changed, whichever program changed them: by the public ids that stand on pages. A notice has room for
-- some 600 of them; one that is empty stands for all.
create function tell_adverts(names text) returns void language plpgsql as $$
begin
  if names is not null then
    perform pg_notify('listings', case when length(names) < 8000 then names else '' end);
  end if;
end
$$;
create function adverts_changed() returns trigger language plpgsql as $$
begin
  perform tell_adverts((select string_agg(public_id, ' ') from changed));
  return null;
end
$$;
create function part_changed() returns trigger language plpgsql as $$
begin
  perform tell_adverts((select string_agg(public_id, ' ') from listings where id in (old.listing_id, new.listing_id)));
  return null;
end
$$;
create function owner_changed() returns trigger language plpgsql as $$
begin
  perform tell_adverts((select string_agg(public_id, ' ') from listings where person_id in (old.person_id, new.person_id)));
  return null;
end
$$;
create function all_changed() returns trigger language plpgsql as $$
begin
  perform tell_adverts('');
  return null;
end
$$;
create trigger adverts_made after insert on listings referencing new table as changed for each statement execute function adverts_changed();
create trigger adverts_changed after update on listings referencing old table as changed for each statement execute function adverts_changed();
create trigger adverts_gone after delete on listings referencing old table as changed for each statement execute function adverts_changed();
create trigger adverts_emptied after truncate on listings for each statement execute function all_changed();
create trigger photos_changed after insert or update or delete on photos for each row execute function part_changed();

-- The adverts of whose data are restricted rest, whichever program wrote the restriction, the advert, or its owner. Whoever restricts locks the person
-- first, and whoever places an advert keeps the person from that: so that neither misses the other.
create function listings_rest() returns trigger language plpgsql as $$
begin
  new.resting := exists (select 1 from restrictions where restrictions.person_id = new.person_id);
  return new;
end
$$;
create trigger listings_rest before insert or update of person_id, resting on listings for each row execute function listings_rest();
create function restrictions_rest() returns trigger language plpgsql as $$
begin
  update listings set resting = true where person_id = case tg_op when 'DELETE' then old.person_id else new.person_id end;
  -- Pages kept in memory show more of people than their adverts.
  perform tell_adverts('');
  return null;
end
$$;
create trigger restrictions_rest after insert or delete on restrictions for each row execute function restrictions_rest();
create trigger objections_changed after insert or update or delete on objections for each row execute function all_changed();

create table undos (
  id uuid primary key,
  person_id uuid not null references people on delete cascade,
  before bytea not null,
  made_at timestamptz not null
);
create index undos_person on undos (person_id);

create table periods (
  id uuid primary key,
  person_id uuid not null references people on delete cascade,
  listing_id uuid not null references listings on delete cascade,
  content bytea not null,
  began_at timestamptz not null
);
create index periods_person on periods (person_id);
create index periods_listing on periods (listing_id, began_at);

create table listing_days (
  listing_id uuid not null references listings on delete cascade,
  day date not null,
  views integer not null default 0,
  phones integer not null default 0,
  saves integer not null default 0,
  replies integer not null default 0,
  primary key (listing_id, day)
);

create table favourites (
  id uuid primary key,
  person_id uuid not null references people on delete cascade,
  listing_id uuid not null references listings on delete cascade,
  created_at timestamptz not null,
  unique (person_id, listing_id)
);
create index favourites_listing on favourites (listing_id);

create table claims (
  id uuid primary key,
  person_id uuid not null references people on delete cascade,
  listing_id uuid not null references listings on delete cascade,
  explanation bytea not null,
  created_at timestamptz not null,
  decided_at timestamptz,
  accepted boolean
);
create index claims_person on claims (person_id);
create index claims_listing on claims (listing_id);

create table imports (
  id uuid primary key,
  source text not null,
  file_hash text not null,
  line integer not null,
  taken integer not null,
  repeated integer not null,
  refused integer not null,
  publish text not null,
  started_at timestamptz not null,
  ended_at timestamptz
);
