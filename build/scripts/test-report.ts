export interface Counts {
  readonly passed: number
  readonly failed: number
  readonly skipped: number
}

export interface SkippedTest {
  readonly name: string
  /** What the test itself says about why; `''` when it says nothing. */
  readonly reason: string
}

export interface RunnerReport {
  readonly counts: Counts
  readonly skipped: readonly SkippedTest[]
}

export const NOTHING: RunnerReport = { counts: { passed: 0, failed: 0, skipped: 0 }, skipped: [] }

interface VitestJson {
  readonly numPassedTests: number
  readonly numFailedTests: number
  readonly numPendingTests: number
  readonly numTodoTests: number
  readonly testResults: readonly {
    readonly status: string
    readonly assertionResults: readonly { readonly fullName: string; readonly status: string }[]
  }[]
}

/**
 * Sums vitest's JSON report. A file that could not even be loaded counts as one failure: its tests are not in the other figures.
 * The report has no reasons for skipped tests: their names say what they need.
 */
export function readVitest(report: VitestJson): RunnerReport {
  const unloaded = report.testResults.filter((file) => file.status === 'failed' && !file.assertionResults.some((test) => test.status === 'failed')).length
  const skipped = report.testResults.flatMap((file) => file.assertionResults).filter((test) => ['pending', 'skipped', 'todo', 'disabled'].includes(test.status))
  return {
    counts: { passed: report.numPassedTests, failed: report.numFailedTests + unloaded, skipped: report.numPendingTests + report.numTodoTests },
    skipped: skipped.map((test) => ({ name: test.fullName.trim(), reason: '' })),
  }
}

interface PlaywrightSuite {
  readonly title: string
  readonly suites?: readonly PlaywrightSuite[]
  readonly specs?: readonly {
    readonly title: string
    readonly tests: readonly { readonly status: string; readonly annotations: readonly { readonly type: string; readonly description?: string }[] }[]
  }[]
}

interface PlaywrightJson {
  readonly suites: readonly PlaywrightSuite[]
  readonly errors: readonly unknown[]
  readonly stats: { readonly expected: number; readonly unexpected: number; readonly flaky: number; readonly skipped: number }
}

/** Sums Playwright's JSON report. A journey that passed when it was made again counts as passed; Playwright's closing lines call it flaky. */
export function readPlaywright({ stats, errors, suites }: PlaywrightJson): RunnerReport {
  return {
    counts: { passed: stats.expected + stats.flaky, failed: stats.unexpected + errors.length, skipped: stats.skipped },
    skipped: suites.flatMap(skippedIn),
  }
}

function skippedIn(suite: PlaywrightSuite): SkippedTest[] {
  const own = (suite.specs ?? []).flatMap((spec) =>
    spec.tests
      .filter((test) => test.status === 'skipped')
      .map((test) => ({ name: spec.title, reason: test.annotations.find((note) => note.type === 'skip')?.description ?? '' })),
  )
  return [...own, ...(suite.suites ?? []).flatMap(skippedIn)]
}

/** `N passed, N failed, N skipped` over all reports. */
export function totalLine(reports: readonly RunnerReport[]): string {
  const sum = (key: keyof Counts) => reports.reduce((total, report) => total + report.counts[key], 0)
  return `${sum('passed')} passed, ${sum('failed')} failed, ${sum('skipped')} skipped`
}

/** The last lines in which a runner says how it went, without colours: vitest's `Test Files` and `Tests`, Playwright's counts. */
export function closingLines(output: string): string[] {
  // oxlint-disable-next-line no-control-regex -- the escape character is what colours begin with
  const plain = output.replace(/\u001B\[[\d;]*m/g, '').split(/\r?\n/)
  const closing = plain.filter((line) => /^\s*(Test Files|Tests)\s+\d/.test(line) || /^\s*\d+ (passed|failed|flaky|skipped|did not run|interrupted)\b/.test(line))
  return closing.map((line) => line.trim())
}
