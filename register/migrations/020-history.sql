-- The order of events about each child (and `network`, `rules`): a writer locks its row before it reads, and numbers its events by it. What
-- decisions stand on is `version`, which from now on rises with what can change a decision alone: requests that wait, statements or reviews
-- move nobody's decision. Of an emergency access, which changes the decisions of one user alone, the version is named `<child> <agency> <user>`;
-- `<child> *` is that of all of them.
create table history (
  about text primary key,
  last int not null check (last >= 0)
);
insert into history
select v.about, greatest(v.version, coalesce((select max(e.version) from event e where e.about = v.about), 0)) from version v;
revoke delete, truncate on history from current_user;

insert into version (about, version, changed_at)
select distinct about || ' ' || name, 1, changed_at
from (
  select v.about, v.changed_at, body->>'agency' || ' ' || (body->>'user') as name
  from record r join version v on v.about = r.about or v.about in (select child from merged where into_child = r.about)
  where r.kind = 'emergency'
) as opened
union
select distinct v.about || ' *', 1, v.changed_at
from record r join version v on v.about = r.about or v.about in (select child from merged where into_child = r.about)
where r.kind = 'emergency';
