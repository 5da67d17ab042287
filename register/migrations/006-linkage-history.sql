-- What an id stood for at a past moment: the last merge or split of it that was done by then.
create index event_of_linkage on event ((body->>'other'), at) where kind = 'linkage' and state = 'DONE';
