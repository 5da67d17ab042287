-- The letters of a name in alphabetical order, without case, accents, apostrophes, hyphens and spaces: a key to search by. Names that
-- differ in what a typist leaves out, or in the order of their words, have the same one; the search then compares them as people do.
create function letters_of(name text) returns text
language sql immutable strict parallel safe
as $$
  select coalesce(string_agg(letter, '' order by letter collate "C"), '')
  from regexp_split_to_table(
    regexp_replace(
      replace(replace(replace(replace(
        translate(lower(normalize(lower(name), NFKD)), 'øłđðħıŋ', 'olddhin'),
      'ß', 'ss'), 'æ', 'ae'), 'œ', 'oe'), 'þ', 'th'),
      '[\u0001-\u002F\u003A-\u0060\u007B-\u00BF\u02B0-\u036F\u0591-\u05C7\u064B-\u0652\u2000-\u206F\u3000\uFE58\uFF07\uFF0D]', '', 'g'),
    '') as letter
$$;

create index children_by_letters on children (letters_of(given_name || ' ' || family_name));
create index children_by_birth_date on children (birth_date);
drop index children_by_name;
