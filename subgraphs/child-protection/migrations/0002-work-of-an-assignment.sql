-- What a worker is assigned for; null where the source does not say.
alter table assignments add column work text check (work in ('SERVICE', 'INVESTIGATION'));
