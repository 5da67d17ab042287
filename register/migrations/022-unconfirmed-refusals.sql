-- A refusal that a worker or officer recorded in a holder's name restricts, and sets nothing aside until the holder confirms it. Those that
-- were recorded so before, and never confirmed, are marked; what children's decisions stand on is raised with them.
do $$
declare waiting record;
begin
  for waiting in
    select r.* from register.record r
    where r.kind = 'consent' and r.body->>'decision' = 'REFUSE' and not r.body ? 'unconfirmed'
      and (select e.actor->>'kind' from register.event e where e.record = r.id order by e.at, e.version, e.ordinal limit 1) in ('worker', 'officer')
      and not exists (select from register.event e where e.record = r.id and e.act = 'CONFIRMED' and e.actor->>'kind' = 'family')
    order by r.about, r.id
  loop
    update register.version set version = version + 1, changed_at = greatest(clock_timestamp(), changed_at)
    where about = waiting.about or about in (select child from register.merged where into_child = waiting.about);
    update register.history set last = last + 1 where about = waiting.about;
    insert into register.event (about, version, ordinal, at, act, actor, kind, record, agency, state, body, detail)
    select waiting.about, h.last, 0, v.changed_at, 'UNCONFIRMED',
           '{"agency": "network", "role": "system", "user": "migration", "kind": "system", "purpose": "privacy-administration"}'::jsonb,
           waiting.kind, waiting.id, waiting.agency, waiting.state, waiting.body || '{"unconfirmed": true}', waiting.detail
    from register.history h join register.version v on v.about = h.about where h.about = waiting.about;
    update register.record set body = body || '{"unconfirmed": true}' where id = waiting.id;
  end loop;
end $$;
