create table vaccins (id text primary key, child text not null, contre text, le date);
create index vaccins_by_child on vaccins (child);
