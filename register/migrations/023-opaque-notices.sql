-- A notice is named by nothing that counts: the numbers of others' notices between two of one's own would tell that there were some.
alter table notice add column key uuid not null default gen_random_uuid();
create unique index notice_key on notice (key);
