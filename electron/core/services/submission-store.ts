import { type PackageBody, packageView } from '#shared/contract/exchange-package.ts'
import type { Difference } from '#shared/contract/exchange.ts'
import { packageDifference } from '#shared/domain/package-difference.ts'
import { isWithin, levelOf } from '#shared/domain/region.ts'
import { byVillage, type SubmissionHead } from '#shared/domain/submissions.ts'
import { type VillageFacts, villageFacts } from '#shared/domain/village-facts.ts'
import { AppError } from '../app-error.ts'
import { unpackPackage } from '../exchange/unpack.ts'
import { findRegion } from '../regions/lookup.ts'
import type { Session } from '../session.ts'
import { planYear } from './plan-create.ts'
import { exactly } from './plan-view.ts'

/** A village's package that counts, with what came before it, oldest first. */
export interface Submission {
  readonly head: SubmissionHead
  readonly packages: readonly SubmissionHead[]
  readonly facts: VillageFacts
}

/** @throws AppError regency_only */
export function regencyOf(session: Session): { readonly region: string; readonly fiscalYear: number } {
  const { kind, region, currentPlanId } = session.workspace.get()
  if (kind !== 'regency') throw new AppError('regency_only', {})
  const heads = session.plans.heads()
  const current = heads.find(({ id }) => id === currentPlanId) ?? heads.at(-1)
  return { region, fiscalYear: current?.fiscalYear ?? planYear(session, undefined) }
}

/** A village of this regency, with the year that is worked on. @throws AppError regency_only, village_unknown */
export function villageOf(session: Session, village: string): { readonly fiscalYear: number; readonly name: string } {
  const { region, fiscalYear } = regencyOf(session)
  const found = levelOf(village) === 'village' && isWithin(village, region) ? findRegion(village) : undefined
  if (!found) throw new AppError('village_unknown', { village })
  return { fiscalYear, name: found.name }
}

/** Facts as they were kept; those of packages from before versions went along have none. */
function factsIn(json: string | undefined): VillageFacts {
  return { versions: [], ...(JSON.parse(json ?? '{}') as Omit<VillageFacts, 'versions'>) }
}

const latest = new WeakMap<Session['db'], { readonly changes: number; readonly fiscalYear: number; readonly all: ReadonlyMap<string, Submission> }>()

/** Every village's package that counts for the year of the current plan, by village. */
export function submissionsOf(session: Session): ReadonlyMap<string, Submission> {
  const { fiscalYear } = regencyOf(session)
  const changes = session.workspace.changes()
  const known = latest.get(session.db)
  if (known?.changes === changes && known.fiscalYear === fiscalYear) return known.all
  const groups = byVillage(session.submissions.heads(fiscalYear))
  const counting = [...groups].flatMap(([village, packages]) => {
    const head = packages.at(-1)
    return head ? [{ village, packages, head }] : []
  })
  const facts = session.submissions.facts(counting.map(({ head }) => head.sha256))
  const all = new Map(counting.map(({ village, packages, head }) => [village, { head, packages, facts: factsIn(facts.get(head.sha256)) }]))
  if (!session.db.inTransaction) latest.set(session.db, { changes, fiscalYear, all })
  return all
}

/** What is in a package that was taken in. @throws AppError workspace_damaged where it is not what was written */
export function bodyOf(session: Session, sha256: string): PackageBody {
  const bytes = session.submissions.content(sha256)
  const read = bytes && unpackPackage(bytes)
  if (!read || read.fault !== null || read.sha256 !== sha256) throw new AppError('workspace_damaged', { file: session.file, detail: `package ${sha256.slice(0, 12)}`, backup: null })
  return read.body
}

export function factsOf(body: PackageBody): VillageFacts {
  return exactly(() => villageFacts(packageView(body), body.versions))
}

export function differenceOf(before: PackageBody, after: PackageBody): Difference {
  const [old, now] = [packageView(before), packageView(after)]
  return {
    fromRevision: before.revision, toRevision: after.revision, need: { before: old.figures.need, after: now.figures.need }, funded: { before: old.figures.funded, after: now.figures.funded },
    changes: packageDifference(old, now).map((change) => ({ ...change })),
  }
}
