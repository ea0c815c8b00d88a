create table chats (
  id uuid primary key,
  person_id uuid not null references people on delete cascade,
  token_hash bytea unique,
  language text not null,
  created_at timestamptz not null,
  last_used_at timestamptz not null,
  waits_since timestamptz,
  mailed_at timestamptz,
  said integer not null
);
create index chats_person on chats (person_id);
create index chats_last_used on chats (last_used_at);
create index chats_waiting on chats (waits_since) where waits_since is not null;
create table chat_messages (
  id uuid primary key,
  person_id uuid not null references people on delete cascade,
  chat_id uuid not null references chats on delete cascade,
  number integer not null,
  ours boolean not null,
  body bytea not null,
  created_at timestamptz not null,
  unique (chat_id, number)
);
create index chat_messages_person on chat_messages (person_id);
create table chat_consoles (
  id uuid primary key,
  until timestamptz not null
);
