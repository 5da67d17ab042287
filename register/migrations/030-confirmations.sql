-- What waits for a second person: few among all records, and looked for whenever an officer opens the inbox.
create index record_pending on record (kind, agency)
  where ((kind in ('authority', 'order') and detail ? 'pending') or (kind = 'order' and state = 'UNCONFIRMED')
  or (kind = 'consent' and state = 'PROPOSED') or (kind = 'standing-approval' and state = 'PROPOSED')
  or (kind = 'linkage' and state = 'PROPOSED') or (kind = 'erasure' and state = 'REQUESTED') or (kind = 'rule-set' and state = 'DRAFT'));
