import { vocabulary } from '@trellis/vocabulary';
import { allWorkers } from '@trellis/network';
import type { Page } from 'playwright-core';

const { categories, purposes, roles, agencies, involvementKinds } = vocabulary;
const dashed = [...purposes.keys(), ...Object.values(roles).flat(), ...involvementKinds].filter((code) =>
  code.includes('-'),
);
const either = (words: readonly string[]): string =>
  [...new Set(words)].map((each) => each.replaceAll('.', '\\.')).join('|');

/** What is written for machines, and what a sentence that was put together carelessly looks like. */
const patterns: Readonly<Record<string, RegExp>> = {
  'the code of a category': new RegExp(`(?<![\\w.-])(?:${either(categories.map(({ code }) => code))})(?![\\w-])`, 'g'),
  'a code of the network': new RegExp(
    // A title of an agency may stand before a noun in plain words: mental-health care.
    `(?<![\\w.-])(?:${either(dashed)}|(?:${either(agencies.filter((name) => name.includes('-')))})(?! [a-z]))(?![\\w-])`,
    'g',
  ),
  'a code of the graph':
    /\b[A-Z]{2,}(?:_[A-Z]+)+\b|\b(?:PERMIT|REFUSE|ACTIVE|PENDING|APPROVED|DECLINED|WITHDRAWN|PROPOSED|FULL|SUMMARY|NEVER|RULE|CONSENT|APPROVAL|EMERGENCY|HIGH|MODERATE|OPEN|CLOSED|SEEN|UNVERIFIED|VERIFIED)\b/g,
  'a day or a moment as machines write it': /\d{4}-\d{2}-\d{2}(?:T[\d:.]+Z?)?/g,
  'a value of the program': /\bundefined\b|\bnull\b|\bNaN\b|\[object/g,
  JSON: /[{[]\s*"|":\s*["[{\d]/g,
  // A name of a token alone: whose it is stands beside it.
  'a user without a word on who it is': new RegExp(
    `(?<![“\\w-])(?:${either(allWorkers.map(({ user }) => user))}|(?:mother|father|child)-named-[\\w-]+|(?:privacy-officer|approver|auditor)-[a-z-]+-\\d)(?![\\w-])`,
    'g',
  ),
  'two marks at the end of a sentence': /(?<!\.)\.\.(?!\.)|[,;:]\.|\?\.|\s[.,;](?=\s|$)|,,|\(\)/g,
};

const escaped = (text: string): string => text.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`);
/** What people call the network's agencies, roles, purposes and categories in English, where it is another word in French. */
const englishTitles = [
  ...vocabulary.titles.values(),
  ...[...vocabulary.roleTitles.values()].flatMap((of) => [...of.values()]),
  ...[...purposes.values()].flatMap(({ title }) => (title === undefined ? [] : [title])),
  ...categories,
].flatMap(({ en, fr }) => (en === fr ? [] : [en]));
const codeWords = dashed.map((code) => code.replaceAll('-', ' '));
const english = new RegExp(
  `(?<![\\p{L}-])(?:${[...new Set([...englishTitles, ...codeWords])].map(escaped).join('|')})(?![\\p{L}-])`,
  'giu',
);

/** The network's words in English where somebody reads French. */
async function englishOn(page: Page): Promise<readonly string[]> {
  const text = await page.evaluate<string>(`(() => {
    const isFrench = document.documentElement.lang === 'fr';
    const said = [...document.querySelectorAll(isFrench ? '[lang="en"]' : 'body [lang="fr"]')].map((each) => each.innerText);
    return isFrench ? said.reduce((rest, each) => rest.replaceAll(each, ''), document.body.innerText) : said.join('\\n');
  })()`);
  const read = text.replaceAll(/\((?:user|utilisateur) [^()\s]+\)/g, '');
  return [...read.matchAll(english)].map(
    ({ 0: found, index }) =>
      `English where it is French: “${found}” in “${read.slice(Math.max(0, index - 30), index + 60)}”`,
  );
}

/**
 * What on a screen is written for machines, each with what stands around it. The names by which officers call a rule, an identifier of a child and the
 * text of a set are marked as such (`code`, `.id`, `pre`, fields), and a user's name stands as "(user NAME)".
 */
export async function machineWordsOn(page: Page): Promise<readonly string[]> {
  return [...(await writtenForMachines(page)), ...(await notIsolatedOn(page)), ...(await englishOn(page))];
}

/**
 * Whatever is written from right to left and could turn what stands around it: in an element of its own (`bdi`, `dir="auto"`), or between the marks of
 * Unicode in a sentence that is text alone, it cannot.
 */
async function notIsolatedOn(page: Page): Promise<readonly string[]> {
  const found = await page.evaluate<readonly string[]>(`(() => {
    const turns = /[\\u0590-\\u08ff]/;
    const outside = (text) => turns.test(text.replaceAll(/\\u2068[^\\u2069]*\\u2069/g, ''));
    const nodes = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    const found = [];
    while (nodes.nextNode()) {
      const { data, parentElement } = nodes.currentNode;
      if (outside(data) && parentElement.closest('bdi, [dir="auto"]:not(select), textarea, script, style') === null) found.push(data);
    }
    // What grows with its text is measured by a copy that nobody sees.
    for (const each of document.querySelectorAll('input, textarea:not([aria-hidden="true"])'))
      if (turns.test(each.value) && !/^(checkbox|radio)$/.test(each.type) && getComputedStyle(each).unicodeBidi !== 'plaintext') found.push(each.value);
    for (const each of document.querySelectorAll('[aria-label]'))
      if (outside(each.ariaLabel)) found.push(each.ariaLabel);
    return found;
  })()`);
  return found.map((each) => `written from right to left and not isolated: “${each}”`);
}

async function writtenForMachines(page: Page): Promise<readonly string[]> {
  const { text, marked } = await page.evaluate<{ readonly text: string; readonly marked: readonly string[] }>(`(() => {
    const labels = [...document.querySelectorAll('[aria-label]')].map((each) => each.getAttribute('aria-label'));
    const marked = [...document.querySelectorAll('code, pre, .id')].map((each) => each.innerText);
    return { text: [document.title, document.body.innerText, ...labels].join('\\n'), marked };
  })()`);
  const longestFirst = [...new Set(marked)]
    .filter((each) => each !== '')
    .sort((one, other) => other.length - one.length);
  const withoutMarked = longestFirst.reduce((rest, each) => rest.replaceAll(each, 'X'), text);
  const read = withoutMarked.replaceAll(/ ?\((?:user|utilisateur) [^()\s]+\)|\bUser \S+|`[^`]*`/g, '');
  return Object.entries(patterns).flatMap(([title, pattern]) =>
    [...read.matchAll(pattern)].map(
      ({ 0: found, index }) =>
        `${title}: “${found}” in “${read.slice(Math.max(0, index - 30), index + found.length + 30).replaceAll('\n', ' / ')}”`,
    ),
  );
}
