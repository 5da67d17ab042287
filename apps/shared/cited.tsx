const kinds: Readonly<Record<string, string>> = {
  RULE: 'the rule',
  CONSENT: 'the consent',
  ORDER: 'the order',
  APPROVAL: 'the approval',
  STANDING_APPROVAL: 'the protocol',
  EMERGENCY: 'the emergency access',
};

/** The grounds of a line of the decision, as the graph cites them (`RULE name (law)`), in words. The name of a record stands apart, for whoever looks it up. */
export function Cited({ cites }: { readonly cites: readonly string[] }) {
  return cites.map((each, at) => {
    const [, kind = '', name = '', law = ''] = /^([A-Z_]+) (\S+)(.*)$/s.exec(each) ?? ['', '', '', ` ${each}`];
    return (
      <span key={each}>
        {at > 0 && '; '}
        {kinds[kind]} {name !== '' && <code>{name}</code>}
        {law}
      </span>
    );
  });
}
