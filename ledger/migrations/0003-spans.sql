-- A span of time is found and paged in the order of time, by this alone: along the entries' order, whoever asks for last winter would read all that
-- came since.
drop index entry_at;
create index entry_at on entry (at, index);
