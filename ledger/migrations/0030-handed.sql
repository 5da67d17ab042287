-- Up to which checkpoint each agency was handed the tree: what it is handed next is proved to follow from it.
create table handed (
  agency text primary key,
  size bigint not null,
  at timestamptz not null default clock_timestamp()
);
