-- The lists of those who work: what somebody asked for, and what an agency's people have open.
create index record_requested on record ((body->'recipient'->>'agency'), (body->'recipient'->>'user')) where kind = 'approval';
create index record_emergencies on record (agency, (body->>'user')) where kind = 'emergency';
create index record_involvements on record (agency, about, id) where kind = 'involvement' and state = 'OPEN';
