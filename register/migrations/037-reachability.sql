-- When each agency last answered a gateway, and last failed to and why: for the officers of the network, and of the agency itself. It tells of
-- no person and no child, and is written anew, not kept.
create table reachability (
  agency text primary key,
  answered_at timestamptz,
  failed_at timestamptz,
  failure text
);
revoke delete, truncate on reachability from current_user;
