create table mandats (id text primary key, child text not null, nature text, depuis date);
create index mandats_by_child on mandats (child);
create table rapports (id text primary key, child text not null, texte text);
create index rapports_by_child on rapports (child);
