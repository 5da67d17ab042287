import { expect } from 'expect';
import type { MockedFunction } from 'jest-mock';
import { ModuleMocker } from 'jest-mock';

type Act = (...args: unknown[]) => unknown;

interface Collected {
  readonly name: string;
  readonly act: () => unknown;
  readonly before: readonly Act[];
  readonly after: readonly Act[];
}

/** Stands for `@jest/globals` while a test file is loaded: collects its tests, so that they can be run many times in one process. */
export class TestCollector {
  readonly tests: Collected[] = [];
  #scope: { names: readonly string[]; before: Act[]; after: Act[] } = { names: [], before: [], after: [] };

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
      beforeEach: (act: Act) => this.#scope.before.push(act),
      afterEach: (act: Act) => this.#scope.after.unshift(act),
      jest: {
        fn: (act?: Act): MockedFunction<Act> => mocker.fn(act),
        spyOn: mocker.spyOn.bind(mocker),
        restoreAllMocks: () => mocker.restoreAllMocks(),
      },
    };
  }

  #describe(name: string, act: Act): void {
    const outer = this.#scope;
    this.#scope = { names: [...outer.names, name], before: [...outer.before], after: [...outer.after] };
    act();
    this.#scope = outer;
  }

  #add(name: string, act: Act, row?: unknown): void {
    const { names, before, after } = this.#scope;
    const [first] = Array.isArray(row) ? (row as unknown[]) : [row];
    const told = typeof first === 'string' ? name.replace('%s', first) : name;
    this.tests.push({ name: [...names, told].join(' › '), act, before, after });
  }

  /** The name of the first test that fails; undefined where none does. */
  async firstToFail(): Promise<string | undefined> {
    for (const { name, act, before, after } of this.tests) {
      try {
        for (const each of before) await each();
        await act();
      } catch {
        return name;
      } finally {
        for (const each of after) await each();
      }
    }
    return undefined;
  }
}
