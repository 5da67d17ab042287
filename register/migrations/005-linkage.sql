-- Two ids of one child: what is recorded lies with the one that is kept, and the other is read through it. One step, never a chain: what is
-- kept is itself no other's. The records of kind `linkage` say who decided it, and when.
create table merged (
  child text primary key,
  into_child text not null check (into_child <> child)
);
create index merged_into on merged (into_child);
revoke truncate on merged from current_user;
