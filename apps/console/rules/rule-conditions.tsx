import { Checkbox, Radio, Stack } from '@mantine/core';
import type { Fields } from '../../shared/use-fields.ts';
import { capital } from '../../shared/words.ts';
import { involvements, type RuleDraft } from './rule-draft.ts';

interface Props {
  readonly fields: Fields<RuleDraft>;
  /** The kinds of work with a child that there are. */
  readonly kinds: readonly string[];
}

/** The questions of a rule that gives something: to whom of those who work with the child, and how much. */
export function RuleConditions({ fields: { values, choice }, kinds }: Props) {
  return (
    <>
      <Radio.Group label="Must they work with the child?" {...choice('involvement')}>
        <Stack gap="xs">
          {Object.entries(involvements).map(([each, label]) => (
            <Radio key={each} value={each} label={label} />
          ))}
        </Stack>
      </Radio.Group>
      {values.involvement !== 'NONE' && (
        <Checkbox.Group label="In which kind of work?" {...choice('kinds', 'work-0')}>
          <div className="choices">
            {kinds.map((each, at) => (
              <Checkbox key={each} id={`work-${String(at)}`} value={each} label={capital(each)} />
            ))}
          </div>
        </Checkbox.Group>
      )}
      <Radio.Group label="How much?" {...choice('level')}>
        <Stack gap="xs">
          <Radio value="FULL" label="In full" />
          <Radio value="SUMMARY" label="In summary only" />
        </Stack>
      </Radio.Group>
    </>
  );
}
