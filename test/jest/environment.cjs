// The environment of every test: the process itself, not a virtual machine within it, so that modules which a test file imports are Node's own and stay
// loaded for the next file.
const { ModernFakeTimers } = require('@jest/fake-timers');
const { ModuleMocker } = require('jest-mock');

class ProcessEnvironment {
  constructor({ projectConfig }) {
    this.global = globalThis;
    this.console = globalThis.console;
    this.moduleMocker = new ModuleMocker(globalThis);
    const options = { config: projectConfig, global: globalThis };
    this.fakeTimersModern = new ModernFakeTimers(options);
  }

  async setup() {}

  async teardown() {
    this.fakeTimersModern.dispose();
    globalThis.console = this.console;
  }

  exportConditions() {
    return ['node', 'node-addons'];
  }

  /** None: jest's own modules are compiled for this process as well. */
  getVmContext() {
    return undefined;
  }
}

module.exports = ProcessEnvironment;
