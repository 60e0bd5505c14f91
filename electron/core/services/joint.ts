import { createHash } from 'node:crypto'
import { setImmediate } from 'node:timers/promises'
import type { JointReport, JointTerms, JointVillageReport } from '#shared/contract/joint.ts'
import { jointReport } from '#shared/contract/joint.ts'
import { distributionTerms } from '#shared/contract/distribution.ts'
import { packageView } from '#shared/contract/exchange-package.ts'
import type { Progress } from '#shared/contract/values.ts'
import type { ConsolidatedVillage } from '#shared/domain/consolidation.ts'
import { FUND, jointInstance, jointShare, type JointFund, jointVillage, type JointVillage } from '#shared/domain/joint.ts'
import { sum } from '#shared/domain/money.ts'
import { rupiah } from '#shared/i18n/format.ts'
import { AppError } from '../app-error.ts'
import type { Session } from '../session.ts'
import { runTogether } from '../solver/run-together.ts'
import type { Together } from '../solver/regency/together.ts'
import { consolidatedVillages } from './consolidation.ts'
import { divide } from './distribution.ts'
import { exactly, planView } from './plan-view.ts'
import { bodyOf, regencyOf, submissionsOf } from './submission-store.ts'
import { watched } from './watched.ts'

/** Where the kept answer lies: a record of its own. */
const PATH = 'regency/'
const KEY = 'joint'
/** The envelope of the division, as a fund: money of the regency that no source of its plan names. */
const ENVELOPE = 'envelope'

interface Fund extends Omit<JointFund, 'amount'> {
  readonly label: string
  /** What is not spoken for: of a source what the regency's own plan leaves, of the envelope all of it. */
  readonly left: number
}

function savedTerms(session: Session) {
  const saved = session.workspace.keyed(PATH).get('distribution')
  return saved === undefined ? null : distributionTerms.parse(JSON.parse(saved))
}

/** What all villages may draw on. The envelope is judged as the regency's general money. */
function fundsOf(session: Session): Fund[] {
  const figures = session.plans.heads().length === 0 ? [] : planView(session, undefined).figures.sources
  return [
    ...figures.filter(({ source }) => source.onBudget).map(({ source, left }): Fund => ({ id: source.id, code: source.code, label: source.label, reservedFor: source.reservedFor, left: Math.max(0, left) })),
    { id: ENVELOPE, code: 'DAU', label: '', reservedFor: [], left: savedTerms(session)?.envelope ?? 0 },
  ]
}

function chosenFunds(session: Session, terms: JointTerms): (JointFund & { readonly label: string })[] {
  const known = fundsOf(session)
  return terms.funds.map(({ id, amount }) => {
    const fund = known.find((one) => one.id === id)
    if (!fund) throw new AppError('source_unknown', { source: id, known: known.map(({ label }) => label) })
    return { id, amount, code: fund.code, reservedFor: fund.reservedFor, label: fund.label }
  })
}

function taking(session: Session, terms: Pick<JointTerms, 'villages'>): ConsolidatedVillage[] {
  return consolidatedVillages(session).filter(({ facts, kind }) => facts !== null && (terms.villages === 'all' || kind === terms.villages))
}

/** What an answer rests on: the packages that count, and what each fund may pay. */
function basisOf(session: Session, terms: JointTerms): string {
  const all = submissionsOf(session)
  const packages = taking(session, terms).map(({ code }) => all.get(code)?.head.sha256 ?? '')
  return createHash('sha256').update(JSON.stringify([packages, chosenFunds(session, terms)])).digest('hex')
}

function savedAnswer(session: Session): { readonly basis: string; readonly report: JointReport } | null {
  const saved = session.workspace.keyed(PATH).get(KEY)
  if (saved === undefined) return null
  const { basis, report } = JSON.parse(saved) as { basis: string; report: unknown }
  return { basis, report: jointReport.parse(report) }
}

/** Whether a kept answer still rests on the plans that are here now. */
function isOutdated(session: Session, { basis, report }: NonNullable<ReturnType<typeof savedAnswer>>): boolean {
  const known = new Set(fundsOf(session).map(({ id }) => id))
  return report.terms.funds.some(({ id }) => !known.has(id)) || basisOf(session, report.terms) !== basis
}

/** What there is to share, who has sent a plan, and what was kept. @throws AppError regency_only */
export function jointStart(session: Session) {
  regencyOf(session)
  const villages = consolidatedVillages(session)
  const received = villages.filter(({ facts }) => facts !== null)
  const kept = savedAnswer(session)
  return {
    funds: fundsOf(session).map(({ id, label, left }) => ({ id, label, left })), villages: villages.length, received: received.length, receivedKelurahan: received.filter(({ kind }) => kind === 'kelurahan').length,
    kept: kept?.report ?? null, outdated: kept !== null && isOutdated(session, kept),
  }
}

/** What the kept division by formula gives each village; empty where none is kept, or where it cannot be reckoned any more. */
function byFormula(session: Session): ReadonlyMap<string, number> {
  const terms = savedTerms(session)
  if (terms === null) return new Map()
  try {
    return new Map(divide(session, terms).villages.map(({ code, amount }) => [code, amount]))
  } catch (error) {
    if (error instanceof AppError) return new Map()
    throw error
  }
}

function reportOf(session: Session, terms: JointTerms, parts: readonly { readonly village: ConsolidatedVillage; readonly problem: JointVillage }[], answer: Together, ms: number): JointReport {
  const outcomes = new Map(answer.lines.map((line) => [line.id, line]))
  const formula = byFormula(session)
  const spent = new Map(answer.sources.map((source) => [source.id, source.spent]))
  return {
    terms, status: answer.status === 'optimal' ? 'optimal' : 'feasible', gap: answer.gap, steps: answer.outcome.steps.map((step) => ({ ...step })),
    funds: chosenFunds(session, terms).map(({ id, label, amount }) => ({ id, label, amount, spent: spent.get(FUND + id) ?? 0 })),
    villages: parts.map(({ village: { code, name, district, kind }, problem }): JointVillageReport => ({ code, name, district, kind, ...jointShare(problem, outcomes), before: problem.before, formula: formula.get(code) ?? null })),
    aside: [...answer.outcome.aside], madeAt: session.ports.now().toISOString(), ms: Math.round(ms),
  }
}

/** The last answer of each open workspace, with what it was reckoned from. */
const answers = new WeakMap<Session['db'], { readonly basis: string; readonly report: JointReport }>()

/**
 * All villages' plans as they were sent, and the money of the regency, as one problem, reckoned in a worker thread. Writes nothing; the answer can
 * be kept while the packages stay as they are. @throws AppError regency_only, no_submissions, source_unknown, joint_impossible, money_range, stopped
 */
export async function* runJoint(session: Session, terms: JointTerms, outer?: AbortSignal): AsyncGenerator<Progress | { event: 'done'; report: JointReport }> {
  const funds = chosenFunds(session, terms)
  const villages = taking(session, terms)
  if (villages.length === 0) throw new AppError('no_submissions', {})
  const basis = basisOf(session, terms)
  const started = performance.now()
  const found = yield* watched(async (tell, signal) => {
    const all = submissionsOf(session)
    const parts: { readonly village: ConsolidatedVillage; readonly problem: JointVillage }[] = []
    for (const [at, village] of villages.entries()) {
      if (signal.aborted) throw new AppError('stopped', {})
      if (at % 8 === 0) tell('read', at, villages.length)
      const head = all.get(village.code)?.head
      if (head) parts.push({ village, problem: exactly(() => jointVillage(village.code, packageView(bodyOf(session, head.sha256)), funds)) })
      // others get their turn while hundreds of packages are unpacked
      await setImmediate()
    }
    const answer = await runTogether(jointInstance(parts.map(({ problem }) => problem), funds), { strategy: terms.strategy, signal, onProgress: ({ phase, done, total }) => tell(phase, done, total) })
    if (answer === null) throw new AppError('stopped', {})
    if (answer.status === 'infeasible') throw new AppError('joint_impossible', {})
    return { parts, answer }
  }, outer)
  const report = reportOf(session, terms, found.parts, found.answer, performance.now() - started)
  answers.set(session.db, { basis, report })
  yield { event: 'done', report }
}

/** Keeps the last answer as one step. @throws AppError regency_only, proposal_outdated where packages came or went since it was reckoned */
export function keepJoint(session: Session): { villages: number } {
  regencyOf(session)
  const last = answers.get(session.db)
  if (!last || basisOf(session, last.report.terms) !== last.basis) throw new AppError('proposal_outdated', {})
  const { villages } = last.report
  session.step('joint', { villages: villages.length, amount: rupiah(sum(villages.map(({ shared }) => shared))) }, () => session.workspace.setSetting(`${PATH}${KEY}`, JSON.stringify(last)))
  return { villages: villages.length }
}

/** An answer to be written down: the last one that was reckoned, or the one that is kept. @throws AppError regency_only, proposal_outdated where there is none */
export function jointAnswer(session: Session, which: 'last' | 'kept'): { readonly report: JointReport; readonly outdated: boolean } {
  regencyOf(session)
  const answer = which === 'kept' ? savedAnswer(session) : answers.get(session.db)
  if (!answer) throw new AppError('proposal_outdated', {})
  return { report: answer.report, outdated: isOutdated(session, answer) }
}
