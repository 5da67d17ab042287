-- Orders and legal holds across children, for the officers who answer for them.
create index record_standing on record (kind, agency, id) where kind in ('order', 'legal-hold');
