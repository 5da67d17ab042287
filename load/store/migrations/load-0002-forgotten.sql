-- Something of a child that was erased is gone from this load's notes: it can no longer be undone whole.
alter table loads add column forgotten boolean not null default false;
