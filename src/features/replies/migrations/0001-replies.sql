create table replies (
  id uuid primary key,
  person_id uuid not null references people on delete cascade,
  article text not null,
  thread_id uuid not null,
  language text not null,
  name bytea not null,
  email bytea,
  email_key bytea,
  body bytea not null,
  ip bytea,
  parent bytea,
  parent_at timestamptz,
  state text not null,
  created_at timestamptz not null,
  confirmed_at timestamptz,
  gravatar boolean not null,
  avatar text,
  waits_until timestamptz,
  refusal bytea,
  complaint bytea
);
create index replies_person on replies (person_id);
create index replies_article on replies (article, created_at);
create index replies_email on replies (email_key);
create index replies_expiring on replies (waits_until);
create index replies_waiting on replies (created_at) where state = 'staff';

-- Pages kept in memory show replies: all of them are forgotten.
create trigger replies_changed after insert or update or delete or truncate on replies for each statement execute function texts_changed();
