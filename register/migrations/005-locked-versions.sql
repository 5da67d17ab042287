-- Locks what a release compares, in one statement whether or not the register has heard of each child: how many statements a release takes must not tell.
-- A child without a version has no row to lock: the lock on its name waits for whoever is writing its first one, and makes the next one wait. Each query in
-- here sees what was committed before it, the second what the first one waited for.
create function locked_versions(known text[], unknown text[])
returns table (about text, version int, changed float8, now float8) language plpgsql as $$
begin
  perform pg_advisory_xact_lock_shared(hashtextextended(name, 0)) from unnest(unknown) as name order by hashtextextended(name, 0);
  return query
    with locked as (
      select v.about, v.version, v.changed_at from register.version v where v.about = any(known) order by v.about for share
    )
    select l.about, l.version, floor(extract(epoch from l.changed_at) * 1000)::float8,
           floor(extract(epoch from clock_timestamp()) * 1000)::float8
    from locked l;
end
$$;
