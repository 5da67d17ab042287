-- An entry is durable when its transaction has committed, whatever the server or the role was set to: with `synchronous_commit` off, a crash takes
-- what was told a moment ago. What is stricter than `on` stays as it is.
create function commit_durably() returns trigger language plpgsql as $$
begin
  if current_setting('synchronous_commit') in ('off', 'local') then
    perform set_config('synchronous_commit', 'on', true);
  end if;
  return null;
end $$;

create trigger head_commits_durably after update on head for each statement execute function commit_durably();
