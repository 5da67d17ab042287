-- Whose disclosures an officer looked up, where the look-up began from a requester and not from a child.
alter table look_up add column of text;
