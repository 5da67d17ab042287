import { expect } from 'expect';
import type { MockedFunction } from 'jest-mock';
import { ModuleMocker } from 'jest-mock';

type Act = (...args: unknown[]) => unknown;

/** A `describe`, or the file itself, with what is done around its tests. */
interface Scope {
  readonly names: readonly string[];
  readonly outer: Scope | undefined;
  readonly setUp: Act[];
  readonly tearDown: Act[];
  readonly before: Act[];
  readonly after: Act[];
  isSetUp: boolean;
}

interface Collected {
  readonly name: string;
  readonly act: () => unknown;
  readonly scope: Scope;
}

const scopeIn = (outer: Scope | undefined, names: readonly string[]): Scope => ({
  ...{ names, outer, setUp: [], tearDown: [], isSetUp: false },
  before: [...(outer?.before ?? [])],
  after: [...(outer?.after ?? [])],
});

/** Stands for `@jest/globals` while a test file is loaded: collects its tests, so that they can be run many times in one process. */
export class TestCollector {
  readonly tests: Collected[] = [];
  readonly #scopes: Scope[] = [];
  #scope = this.#begin(undefined, []);

  get globals(): Record<string, unknown> {
    const test = Object.assign((name: string, act: Act) => this.#add(name, act), {
      each: (table: readonly unknown[]) => (name: string, act: Act) => {
        for (const row of table) this.#add(name, () => act(...(Array.isArray(row) ? row : [row])), row);
      },
    });
    const mocker = new ModuleMocker(globalThis);
    return {
      expect,
      test,
      it: test,
      describe: Object.assign((name: string, act: Act) => this.#describe(name, act), {
        each: (table: readonly unknown[]) => (name: string, act: Act) => {
          for (const row of table) this.#describe(name, () => act(...(Array.isArray(row) ? row : [row])));
        },
      }),
      beforeAll: (act: Act) => this.#scope.setUp.push(act),
      afterAll: (act: Act) => this.#scope.tearDown.unshift(act),
      beforeEach: (act: Act) => this.#scope.before.push(act),
      afterEach: (act: Act) => this.#scope.after.unshift(act),
      jest: {
        fn: (act?: Act): MockedFunction<Act> => mocker.fn(act),
        spyOn: mocker.spyOn.bind(mocker),
        restoreAllMocks: () => mocker.restoreAllMocks(),
      },
    };
  }

  #begin(outer: Scope | undefined, names: readonly string[]): Scope {
    const scope = scopeIn(outer, names);
    this.#scopes.push(scope);
    return scope;
  }

  #describe(name: string, act: Act): void {
    const outer = this.#scope;
    this.#scope = this.#begin(outer, [...outer.names, name]);
    act();
    this.#scope = outer;
  }

  #add(name: string, act: Act, row?: unknown): void {
    const scope = this.#scope;
    const [first] = Array.isArray(row) ? (row as unknown[]) : [row];
    const told = typeof first === 'string' ? name.replace('%s', first) : name;
    this.tests.push({ name: [...scope.names, told].join(' › '), act, scope });
  }

  /** The name of the first test that fails; undefined where none does. */
  async firstToFail(): Promise<string | undefined> {
    try {
      for (const { name, act, scope } of this.tests) {
        try {
          await setUp(scope);
          for (const each of scope.before) await each();
          await act();
        } catch {
          return name;
        } finally {
          for (const each of scope.after) await each();
        }
      }
      return undefined;
    } finally {
      const begun = this.#scopes.filter(({ isSetUp }) => isSetUp);
      for (const { tearDown } of begun.toReversed()) for (const each of tearDown) await tornDown(each);
    }
  }
}

async function setUp(scope: Scope): Promise<void> {
  if (scope.outer !== undefined) await setUp(scope.outer);
  if (scope.isSetUp) return;
  scope.isSetUp = true;
  for (const each of scope.setUp) await each();
}

/** What a fault kept from being set up cannot be torn down. */
async function tornDown(act: Act): Promise<void> {
  try {
    await act();
  } catch {
    return;
  }
}
