create table crisp_conversations (
  id uuid primary key,
  person_id uuid not null references people on delete cascade,
  of_account boolean not null,
  browser text,
  token bytea,
  session bytea,
  session_key bytea unique,
  created_at timestamptz not null,
  last_used_at timestamptz not null
);
create index crisp_conversations_person on crisp_conversations (person_id);
create index crisp_conversations_browser on crisp_conversations (browser);
create index crisp_conversations_last_used on crisp_conversations (last_used_at);
create table crisp_erasures (
  id uuid primary key,
  person_id uuid not null references people on delete cascade,
  session bytea not null,
  created_at timestamptz not null
);
create index crisp_erasures_person on crisp_erasures (person_id);
create index crisp_erasures_created on crisp_erasures (created_at);
