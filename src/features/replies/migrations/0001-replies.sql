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
  parent_key bytea,
  parent_at timestamptz,
  state text not null,
  created_at timestamptz not null,
  confirmed_at timestamptz,
  waits_until timestamptz,
  refusal bytea,
  refused_by uuid references people on delete set null,
  complaint bytea
);
create index replies_person on replies (person_id);
create index replies_article on replies (article, created_at);
create index replies_email on replies (email_key);
create index replies_parent on replies (parent_key);
create index replies_refused_by on replies (refused_by);
create index replies_expiring on replies (waits_until);
create index replies_latest on replies (created_at);
create index replies_waiting on replies (created_at) where state = 'staff';

-- Pages kept in memory show replies: all of them are forgotten when one that is shown comes, changes or goes, and not for one that nobody may read yet. For each
-- row: a person who ends takes their replies along, and most have none.
create trigger replies_shown after insert on replies for each row when (new.state = 'shown') execute function texts_changed();
create trigger replies_changed after update on replies for each row when (old.state = 'shown' or new.state = 'shown') execute function texts_changed();
create trigger replies_gone after delete on replies for each row when (old.state = 'shown') execute function texts_changed();
create trigger replies_emptied after truncate on replies for each statement execute function texts_changed();
