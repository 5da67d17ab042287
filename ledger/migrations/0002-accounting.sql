-- What an agency's officers ask for: their own agency's disclosures, and a span of time. Entries come in the order of their time, all but
-- those of gateways that release at once, so that a summary of each range of pages finds them.
create index entry_of_agency on entry (agency, index);
create index entry_at on entry using brin (at) with (pages_per_range = 16, autosummarize = on);
create index withholding_at on withholding using brin (at) with (pages_per_range = 16, autosummarize = on);

-- How long it is kept what was asked for and not given: to try a draft rule set on real questions, and to see who keeps asking.
create function questions_kept() returns interval language sql immutable as $$ select interval '180 days' $$;

create function refuse_early_removal() returns trigger language plpgsql as $$
begin
  if tg_op = 'DELETE' and old.at < clock_timestamp() - ledger.questions_kept() then
    return old;
  end if;
  raise exception 'what was withheld is kept for %, and never changed', ledger.questions_kept() using errcode = 'insufficient_privilege';
end $$;

drop trigger withholding_only_grows on withholding;
create trigger withholding_is_not_emptied before truncate on withholding execute function refuse_change();
create trigger withholding_is_kept before update or delete on withholding for each row execute function refuse_early_removal();
grant delete on withholding to current_user;
