import { setImmediate } from 'node:timers/promises'
import type { MergeReport, Refusal } from '#shared/contract/exchange.ts'
import type { PackageBody } from '#shared/contract/exchange-package.ts'
import type { Progress } from '#shared/contract/values.ts'
import { MoneyRangeError } from '#shared/domain/money.ts'
import { isWithin } from '#shared/domain/region.ts'
import { compareSubmissions, keyState, type SubmissionHead } from '#shared/domain/submissions.ts'
import { AppError } from '../app-error.ts'
import { MAX_PACKED_BYTES, unpackPackage } from '../exchange/unpack.ts'
import { findRegion } from '../regions/lookup.ts'
import type { Session } from '../session.ts'
import { backupBefore } from './backup.ts'
import { bodyOf, differenceOf, factsOf, regencyOf } from './submission-store.ts'
import { watched } from './watched.ts'

type Report = { -readonly [K in keyof MergeReport]: MergeReport[K] }
type Refused = MergeReport['refused'][number]

/** A package that can be taken, without what is in it: thousands of plans would not fit side by side. */
interface Candidate {
  readonly file: string
  readonly head: SubmissionHead
  readonly bytes: Uint8Array
  readonly facts: string
}

const CODE = /(\d{2}\.\d{2}\.\d{2}\.[123]\d{3})/

/** The village that a file says that it is of, in its name: all that can be known of one that cannot be read. */
function villageIn(name: string, region: string): string | null {
  const code = CODE.exec(name)?.[1] ?? null
  return code !== null && isWithin(code, region) && findRegion(code) ? code : null
}

function refusal(file: string, code: Refusal, village: string | null, words: Refused['words'] = {}): Refused {
  return { file, code, village, villageName: village === null ? null : (findRegion(village)?.name ?? null), words }
}

/** What is in a package that was found in order before. */
function bodyIn(bytes: Uint8Array): PackageBody {
  const read = unpackPackage(bytes)
  if (read.fault !== null) throw new Error(`a package that was whole is ${read.fault}`)
  return read.body
}

/** Reads one file on its own; whether its revision counts is not asked yet. */
async function judge(file: File, receivedAt: string, region: string, years: ReadonlySet<number>): Promise<Candidate | Refused> {
  const named = villageIn(file.name, region)
  // A file far too large is never read into memory.
  const bytes = new Uint8Array(await (file.size > MAX_PACKED_BYTES ? file.slice(0, MAX_PACKED_BYTES + 1) : file).arrayBuffer())
  const read = unpackPackage(bytes)
  if (read.fault !== null) return refusal(file.name, read.fault, named)
  const { body, sha256, key } = read
  const { village, fiscalYear, revision, madeAt } = body
  if (!isWithin(village, region) || !findRegion(village)) return refusal(file.name, 'foreign_region', null, { region: findRegion(village)?.name ?? village, code: village })
  if (!years.has(fiscalYear)) return refusal(file.name, 'other_year', village, { year: fiscalYear, expected: [...years].join(', ') })
  try {
    return { file: file.name, bytes, head: { sha256, village, fiscalYear, revision, madeAt, key, receivedAt }, facts: JSON.stringify(factsOf(body)) }
  } catch (error) {
    if (error instanceof MoneyRangeError || (error instanceof AppError && error.code === 'money_range')) return refusal(file.name, 'invalid', village)
    throw error
  }
}

/**
 * Decides what each candidate is beside what is here and beside the others: the last revision of a village counts. Every package is kept, also
 * one that came too late, so that the file holds the same whatever order they came in.
 */
function decide(session: Session, candidates: readonly Candidate[], report: Report): Candidate[] {
  const added: Candidate[] = []
  for (const [key, group] of Map.groupBy(candidates, ({ head }) => `${head.fiscalYear}/${head.village}`)) {
    const [first] = group
    if (!first) throw new Error(`no candidate for ${key}`)
    const { village, fiscalYear } = first.head
    const known = session.submissions.ofVillage(fiscalYear, village).toSorted(compareSubmissions)
    const held = known.at(-1)
    const seen = new Set(known.map(({ sha256 }) => sha256))
    const fresh: Candidate[] = []
    const villageName = findRegion(village)?.name ?? village
    for (const candidate of group) {
      const judged = { file: candidate.file, village, villageName, revision: candidate.head.revision }
      if (seen.has(candidate.head.sha256)) report.unchanged.push(judged)
      else {
        seen.add(candidate.head.sha256)
        fresh.push(candidate)
      }
    }
    added.push(...fresh)
    const ordered = fresh.toSorted((a, b) => compareSubmissions(a.head, b.head))
    const winner = ordered.at(-1)
    for (const candidate of ordered) {
      const { revision, madeAt } = candidate.head
      const judged = { file: candidate.file, village, villageName, revision }
      if (held && compareSubmissions(candidate.head, held) < 0) {
        report.refused.push(refusal(candidate.file, 'older_revision', village, { revision, held: held.revision, madeAt, heldMadeAt: held.madeAt }))
      } else if (candidate !== winner) report.superseded.push(judged)
      else {
        report.accepted.push({
          ...judged, difference: held ? differenceOf(bodyOf(session, held.sha256), bodyIn(candidate.bytes)) : null,
          key: keyState([...known, ...fresh.map(({ head }) => head)].toSorted(compareSubmissions)),
        })
      }
    }
  }
  return added
}

/** Years that packages may be of: those of the regency's own plans, or the one that it would plan for. */
function yearsOf(session: Session, fiscalYear: number): ReadonlySet<number> {
  return new Set([fiscalYear, ...session.plans.heads().map((head) => head.fiscalYear)])
}

/**
 * Takes packages in as one step. Reading gives way after every file, so that it can be followed and stopped; a stop leaves nothing behind.
 * Order makes no difference, and importing the same again changes nothing. @throws AppError regency_only, stopped
 */
export async function* mergePackages(session: Session, input: { readonly files: readonly File[] }, outer?: AbortSignal): AsyncGenerator<Progress | { event: 'done'; report: MergeReport }> {
  const { region, fiscalYear } = regencyOf(session)
  const years = yearsOf(session, fiscalYear)
  const receivedAt = session.ports.now().toISOString()
  const report: Report = { accepted: [], superseded: [], unchanged: [], refused: [] }
  const candidates = yield* watched(async (tell, signal) => {
    const read: Candidate[] = []
    for (const [index, file] of input.files.entries()) {
      if (signal.aborted) throw new AppError('stopped', {})
      if (index % 8 === 0) tell('packages', index, input.files.length)
      const judged = await judge(file, receivedAt, region, years)
      if ('code' in judged) report.refused.push(judged)
      else read.push(judged)
      await setImmediate()
    }
    tell('writing', null, null)
    await backupBefore(session, 'impor')
    return read
  }, outer)
  const added = decide(session, candidates, report)
  session.step('merge', { accepted: report.accepted.length, files: input.files.length }, () => {
    for (const { head, bytes, facts } of added) session.submissions.add(head, bytes, facts)
    for (const { village, code, file } of report.refused) if (village !== null) session.submissions.refuse(fiscalYear, { village, code, file, refusedAt: receivedAt })
  })
  const byFile = <T extends { readonly file: string }>(rows: readonly T[]): T[] => rows.toSorted((a, b) => (a.file < b.file ? -1 : a.file > b.file ? 1 : 0))
  yield { event: 'done', report: { accepted: byFile(report.accepted), superseded: byFile(report.superseded), unchanged: byFile(report.unchanged), refused: byFile(report.refused) } }
}
