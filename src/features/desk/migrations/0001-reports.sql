create table reports (
  id uuid primary key,
  person_id uuid not null references people on delete cascade,
  target text not null,
  target_id uuid not null,
  reason text not null,
  explanation bytea not null,
  contact bytea,
  contact_key bytea,
  language text not null,
  created_at timestamptz not null,
  decided_at timestamptz,
  decided_by uuid references people on delete set null,
  decision text,
  decision_reason bytea
);
create index reports_person on reports (person_id);
create index reports_contact on reports (contact_key);
create index reports_waiting on reports (created_at) where decided_at is null;

create table decisions (
  id uuid primary key,
  person_id uuid not null references people on delete cascade,
  target text not null,
  target_id uuid not null,
  decision text not null,
  ground text not null,
  facts bytea not null,
  decided_at timestamptz not null,
  decided_by uuid references people on delete set null,
  automatic boolean not null default false
);
create index decisions_person on decisions (person_id);
create index decisions_target on decisions (target_id);

create table complaints (
  id uuid primary key,
  person_id uuid not null references people on delete cascade,
  decision_id uuid not null references decisions on delete cascade,
  explanation bytea not null,
  created_at timestamptz not null,
  decided_at timestamptz,
  decided_by uuid references people on delete set null,
  decision text,
  decision_reason bytea
);
create index complaints_person on complaints (person_id);
create unique index complaints_decision on complaints (decision_id);
create index complaints_waiting on complaints (created_at) where decided_at is null;
