-- A restricting order binds when it is recorded: those that wait bind from now on, and are confirmed afterwards.
do $$
declare waiting record;
begin
  for waiting in
    select * from register.record where kind = 'order' and state = 'UNCONFIRMED' and body->>'decision' = 'REFUSE' order by about, id
  loop
    update register.version set version = version + 1, changed_at = greatest(clock_timestamp(), changed_at)
    where about = waiting.about or about in (select child from register.merged where into_child = waiting.about);
    insert into register.event (about, version, ordinal, at, act, actor, kind, record, agency, state, body, detail)
    select waiting.about, v.version, 0, v.changed_at, 'BINDS',
           '{"agency": "network", "role": "system", "user": "migration", "kind": "system", "purpose": "privacy-administration"}'::jsonb,
           waiting.kind, waiting.id, waiting.agency, waiting.state, waiting.body || '{"confirmed": true}', waiting.detail
    from register.version v where v.about = waiting.about;
    update register.record set body = body || '{"confirmed": true}' where id = waiting.id;
  end loop;
end $$;
