-- What somebody must be told, written in the transaction in which it happened: told at least once, or still here. It names records, never
-- what stands in them.
create table notice (
  id bigint generated always as identity primary key,
  at timestamptz not null,
  kind text not null,
  about text not null,
  record text not null,
  -- who is told: an agency's officers, or one user of it
  agency text not null,
  recipient text,
  attempts int not null default 0,
  next_attempt timestamptz not null,
  delivered_at timestamptz
);
create index notice_due on notice (next_attempt) where delivered_at is null;
create index notice_inbox on notice (agency, id);
revoke delete, truncate on notice from current_user;
