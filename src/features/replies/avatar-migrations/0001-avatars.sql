create table reply_avatars (
  id uuid primary key,
  person_id uuid not null references people on delete cascade,
  reply_id uuid not null references replies on delete cascade,
  asked_at timestamptz not null,
  picture text,
  constraint reply_avatars_reply unique (reply_id)
);
create index reply_avatars_person on reply_avatars (person_id);

-- Pages kept in memory show pictures: all of them are forgotten when one comes or goes.
create trigger reply_avatars_changed after update on reply_avatars for each row when (old.picture is distinct from new.picture) execute function texts_changed();
create trigger reply_avatars_gone after delete on reply_avatars for each row when (old.picture is not null) execute function texts_changed();
create trigger reply_avatars_emptied after truncate on reply_avatars for each statement execute function texts_changed();
