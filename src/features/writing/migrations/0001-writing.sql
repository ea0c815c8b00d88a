create table texts (
  id uuid primary key,
  kind text not null,
  name text not null,
  language text not null,
  slug text not null,
  title text not null,
  summary text not null,
  body text not null,
  tags text[] not null,
  stands text,
  place smallint not null,
  replies boolean not null,
  publish_at timestamptz,
  updated_at timestamptz not null,
  origin text unique,
  unique (kind, language, name),
  unique (kind, language, slug)
);

-- Pages kept in memory lead to texts: all of them are forgotten.
create function texts_changed() returns trigger language plpgsql as $$
begin
  perform pg_notify('texts', '');
  return null;
end
$$;
create trigger texts_changed after insert or update or delete or truncate on texts for each statement execute function texts_changed();

create table text_pictures (
  id uuid primary key,
  path text not null unique,
  width smallint not null,
  height smallint not null,
  alt text not null,
  created_at timestamptz not null,
  origin text unique
);

create table former_addresses (
  path text primary key,
  text_id uuid not null references texts on delete cascade
);
create index former_addresses_text on former_addresses (text_id);

create table removed_texts (
  origin text primary key
);

create table bylines (
  id uuid primary key,
  person_id uuid not null references people on delete cascade,
  text_id uuid not null unique references texts on delete cascade,
  name text not null
);
create index bylines_person on bylines (person_id);
create trigger bylines_changed after insert or update or delete on bylines for each row execute function texts_changed();
-- Who wants to be left alone, or objects, is not named from then on. For each row: a person who ends takes such rows along, and most have none.
create trigger restrictions_texts after insert or update or delete on restrictions for each row execute function texts_changed();
create trigger objections_texts after insert or update or delete on objections for each row execute function texts_changed();
