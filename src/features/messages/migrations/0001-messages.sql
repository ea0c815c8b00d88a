create table pending_replies (
  id uuid primary key,
  person_id uuid not null references people on delete cascade,
  listing_id uuid references listings on delete set null,
  body bytea not null,
  created_at timestamptz not null
);
create index pending_replies_person on pending_replies (person_id);

create table threads (
  id uuid primary key,
  public_id text not null unique,
  listing_id uuid references listings on delete set null,
  listing_kind text not null,
  listing_place text not null,
  listing_total integer not null,
  seeker_id uuid references people on delete set null,
  advertiser_id uuid references people on delete set null,
  created_at timestamptz not null,
  last_message_at timestamptz not null,
  seeker_read_at timestamptz,
  advertiser_read_at timestamptz,
  answered_at timestamptz,
  shortlisted boolean not null default false,
  outcome text,
  reason text,
  warned_about uuid,
  warned_at timestamptz,
  withdrawn_at timestamptz,
  seeker_archived boolean not null default false,
  advertiser_archived boolean not null default false,
  unique (listing_id, seeker_id)
);
create index threads_seeker on threads (seeker_id, last_message_at desc);
create index threads_advertiser on threads (advertiser_id, last_message_at desc);
-- Few are held for a report that nobody is left in: an erasure looks for them, and for those that it leaves.
create index threads_left on threads (id) where seeker_id is null and advertiser_id is null;

create table messages (
  id uuid primary key,
  person_id uuid not null references people on delete cascade,
  thread_id uuid not null references threads on delete cascade,
  body bytea not null,
  created_at timestamptz not null
);
create index messages_thread on messages (thread_id, created_at);
create index messages_person on messages (person_id);

create table snapshots (
  id uuid primary key,
  person_id uuid not null references people on delete cascade,
  thread_id uuid not null unique references threads on delete cascade,
  content bytea not null,
  created_at timestamptz not null
);
create index snapshots_person on snapshots (person_id);

create table slots (
  id uuid primary key,
  person_id uuid not null references people on delete cascade,
  listing_id uuid references listings on delete cascade,
  thread_id uuid references threads on delete cascade,
  starts_at timestamptz not null,
  minutes smallint not null,
  places smallint not null,
  medium text not null,
  note bytea,
  cancelled boolean not null default false
);
create index slots_person on slots (person_id);
create index slots_listing on slots (listing_id, starts_at);
create index slots_thread on slots (thread_id, starts_at);

create table bookings (
  id uuid primary key,
  person_id uuid not null references people on delete cascade,
  thread_id uuid not null unique references threads on delete cascade,
  slot_id uuid not null references slots on delete cascade,
  starts_at timestamptz not null,
  place smallint,
  sequence integer not null default 0,
  reminded boolean not null default false,
  -- Who gave a place back has none: those do not stand in each other's way.
  constraint bookings_place unique (slot_id, place)
);
create index bookings_person on bookings (person_id);
create index bookings_starts on bookings (starts_at);

create table partings (
  id uuid primary key,
  person_id uuid not null references people on delete cascade,
  thread_id uuid not null unique references threads on delete cascade,
  outcome text not null,
  reason text,
  body bytea not null,
  due_at timestamptz not null
);
create index partings_person on partings (person_id);
create index partings_due on partings (due_at);

create table blocks (
  id uuid primary key,
  person_id uuid not null references people on delete cascade,
  blocked_id uuid references people on delete cascade,
  created_at timestamptz not null,
  unique (person_id, blocked_id)
);
create index blocks_blocked on blocks (blocked_id);
