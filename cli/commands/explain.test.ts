import { expect, test } from '@jest/globals';
import { explainCommand } from './explain.ts';

const asked = ['child', '--agency', 'education', '--role', 'teacher', '--purpose', 'education-support'];
const explain = (...more: string[]) => explainCommand().parseAsync([...asked, ...more], { from: 'user' });

test('what cannot be asked is refused before a gateway is: an unknown category, an instant that is none', async () => {
  await expect(explain('--category', 'education', 'education.marks')).rejects.toThrow(
    '`education.marks` is neither a category nor a domain',
  );
  await expect(explain('--at', 'yesterday')).rejects.toThrow('`yesterday` is not an instant');
});
