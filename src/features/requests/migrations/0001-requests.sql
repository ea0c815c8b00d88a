create table asks (
  id uuid primary key,
  person_id uuid not null references people on delete cascade,
  email bytea not null,
  email_key bytea not null,
  kind text,
  body bytea,
  language text not null,
  created_at timestamptz not null,
  token_hash bytea unique,
  opened_at timestamptz,
  browser_hash bytea
);
create index asks_person on asks (person_id);
create index asks_email on asks (email_key);
create index asks_browser on asks (browser_hash);

create table requests (
  id uuid primary key,
  person_id uuid not null references people on delete cascade,
  kind text not null,
  body bytea not null,
  email bytea,
  email_key bytea,
  language text not null,
  created_at timestamptz not null,
  answer_by timestamptz not null,
  extension bytea,
  reminders smallint not null default 0,
  closed_at timestamptz,
  closed_by uuid references people on delete set null,
  answer bytea,
  token_hash bytea unique
);
create index requests_person on requests (person_id);
create index requests_email on requests (email_key);
create index requests_waiting on requests (answer_by) where closed_at is null;

create table request_steps (
  id uuid primary key,
  person_id uuid not null references people on delete cascade,
  request_id uuid not null references requests on delete cascade,
  staff_id uuid references people on delete set null,
  step text not null,
  at timestamptz not null
);
create index request_steps_person on request_steps (person_id);
create index request_steps_request on request_steps (request_id);

create table demands (
  id uuid primary key,
  said bytea not null,
  holdings text[] not null,
  period_from date not null,
  period_until date not null,
  people integer not null,
  rows integer not null,
  hash text not null,
  silent_until date,
  created_at timestamptz not null,
  asked_by uuid references people on delete set null,
  approved_at timestamptz,
  approved_by uuid references people on delete set null,
  handed_at timestamptz,
  lines text[] not null default '{}'
);
