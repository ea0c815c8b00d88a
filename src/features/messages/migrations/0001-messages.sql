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
  answered boolean not null default false,
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
  created_at timestamptz not null,
  held_until date
);
create index messages_thread on messages (thread_id, created_at);
create index messages_person on messages (person_id);

create table blocks (
  id uuid primary key,
  person_id uuid not null references people on delete cascade,
  blocked_id uuid references people on delete cascade,
  created_at timestamptz not null,
  unique (person_id, blocked_id)
);
create index blocks_blocked on blocks (blocked_id);
