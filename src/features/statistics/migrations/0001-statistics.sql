create table counting (
  id integer primary key check (id = 1),
  since timestamptz not null
);
create table running_counts (
  day date not null,
  kind text not null,
  value text not null,
  n integer not null check (n > 0),
  primary key (day, kind, value)
);
-- The step is the register's (countStep): whatever the program does, nothing finer can stand here.
create table counts (
  day date not null,
  kind text not null,
  value text not null,
  n integer not null check (n > 0 and n % 10 = 0),
  primary key (day, kind, value)
);
