-- A withdrawal that was acknowledged stays withdrawn, whatever the server or the role was set to: with `synchronous_commit` off, a crash takes
-- what was acknowledged a moment ago. What is stricter than `on` stays as it is.
create function commit_durably() returns trigger language plpgsql as $$
begin
  if current_setting('synchronous_commit') in ('off', 'local') then
    perform set_config('synchronous_commit', 'on', true);
  end if;
  return null;
end $$;

create trigger version_commits_durably after insert or update on version for each statement execute function commit_durably();
