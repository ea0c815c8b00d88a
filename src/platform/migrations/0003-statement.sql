create table statement_versions (
  number integer primary key,
  code text not null,
  published_at timestamptz not null,
  weight text not null,
  asks_again text[] not null default '{}',
  changes jsonb not null,
  frozen jsonb not null,
  pages jsonb not null
);

create table audits (
  id uuid primary key,
  at timestamptz not null,
  agree boolean not null,
  checks jsonb not null
);
