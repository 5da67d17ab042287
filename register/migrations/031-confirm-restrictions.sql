-- The end of what restricts waits for a second person as well.
drop index record_pending;
create index record_pending on record (kind, agency)
  where ((kind in ('authority', 'order', 'relation', 'harm-refusal') and detail ? 'pending') or (kind = 'order' and state = 'UNCONFIRMED')
  or (kind = 'consent' and state = 'PROPOSED') or (kind = 'standing-approval' and state = 'PROPOSED')
  or (kind = 'linkage' and state = 'PROPOSED') or (kind = 'erasure' and state = 'REQUESTED') or (kind = 'rule-set' and state = 'DRAFT'));
