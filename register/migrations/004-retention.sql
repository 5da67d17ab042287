-- What has run out and is still recorded as standing: found without looking through what stands.
create index record_running_out on record (((body->>'to')::float8))
  where kind = 'consent' and state in ('ACTIVE', 'NEEDS_CONFIRMATION', 'PROPOSED') and body->>'to' is not null;
create index record_lapsing on record (((body->>'until')::float8))
  where kind = 'approval' and state = 'APPROVED' and body->>'until' is not null;
