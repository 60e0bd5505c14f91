import { hash } from 'node:crypto'
import { INTERVENTIONS } from '#shared/catalogue/interventions.ts'
import type { PackagePreview } from '#shared/contract/exchange.ts'
import { PACKAGE_FORMAT, PACKAGE_VERSION, type PackageBody, packageBody } from '#shared/contract/exchange-package.ts'
import { anonymise, createAnonymiser } from '#shared/domain/anonymise.ts'
import { canonicalJson, type Json } from '#shared/domain/canonical-json.ts'
import { FAMILY_NAMES } from '#shared/domain/target-group.ts'
import { AppError } from '../app-error.ts'
import { packPackage } from '../exchange/pack.ts'
import { fingerprint, newSecret, publicKeyOf } from '../exchange/signing.ts'
import { findRegion, regionPath } from '../regions/lookup.ts'
import type { Session } from '../session.ts'
import { findingsOf } from './plan-read.ts'
import { type PlanView, planView } from './plan-view.ts'
import { lockedTotals } from './version.ts'

/** Counts below this may tell of single people (domain §11). */
const SMALL = 5

type Content = Omit<PackageBody, 'revision' | 'madeAt'>

/** The last package of a plan that was handed out: an unchanged plan leaves as the same bytes again. */
interface Sent {
  readonly revision: number
  readonly madeAt: string
  readonly content: string
}

interface Made {
  readonly view: PlanView
  readonly content: Content
  readonly hidden: readonly { readonly path: string; readonly text: string }[]
  /** Sum over the content: tells whether anything changed since the last time. */
  readonly digest: string
  readonly sent: Sent | null
}

/** The text that stands at a path of keys. */
function textAt(value: unknown, path: string): string {
  const found = path.split('.').reduce<unknown>((inner, key) => (typeof inner === 'object' && inner !== null ? (inner as Record<string, unknown>)[key] : undefined), value)
  return typeof found === 'string' ? found : ''
}

function contentOf(session: Session, view: PlanView): Omit<Made, 'sent'> {
  const { plan, figures, counts } = view
  const names = new Map(session.series.list().map((series) => [series.id, series]))
  const series = Object.fromEntries(FAMILY_NAMES.flatMap((family) => {
    const followed = names.get(plan.series[family] ?? '')
    return followed ? [[family, { name: followed.name, kind: followed.kind, measuredOn: followed.measuredOn, source: followed.source }]] : []
  }))
  const ceilings = new Map(figures.sources.map(({ source, ceiling }) => [source.id, ceiling]))
  const raw = {
    format: PACKAGE_FORMAT, formatVersion: PACKAGE_VERSION, village: plan.region, fiscalYear: plan.fiscalYear,
    plan: {
      name: plan.name, kind: plan.kind, complete: plan.complete, activities: plan.activities, lines: plan.lines,
      sources: plan.sources.map((source) => ({ ...source, ceiling: ceilings.get(source.id) ?? null })), commitments: plan.commitments, cells: plan.cells,
    },
    series, counts: Object.fromEntries(counts), notes: findingsOf(view), versions: lockedTotals(session, plan.id),
  }
  const ordinary = [...regionPath(plan.region).map(({ name }) => name), ...session.series.places().map(({ posyandu }) => posyandu), ...INTERVENTIONS.flatMap(({ name, lines, implementer, beneficiaries }) => [name, implementer, beneficiaries, ...lines.map(({ description }) => description)])]
  const { value, hidden } = anonymise(JSON.parse(JSON.stringify(raw)) as Json, createAnonymiser(session.children.names(), ordinary))
  const content = value as unknown as Content
  return { view, content, hidden: hidden.map((path) => ({ path, text: textAt(value, path) })), digest: hash('sha256', canonicalJson(value)) }
}

/** @throws AppError village_only, plan_* */
function make(session: Session, planId: string | undefined): Made {
  if (session.workspace.get().kind === 'regency') throw new AppError('village_only', {})
  const view = planView(session, planId)
  const sent = session.submissions.office(`sent/${view.plan.id}`)
  return { ...contentOf(session, view), sent: sent === undefined ? null : (JSON.parse(sent) as Sent) }
}

/** What a package would hold, before anything leaves. @throws AppError village_only, plan_* */
export function previewPackage(session: Session, planId: string | undefined): PackagePreview {
  const { view, content, hidden, digest, sent } = make(session, planId)
  const { plan, counts, notes, series, versions } = content
  const changed = sent?.content !== digest
  const secret = session.submissions.office('key')
  const severities = (severity: 'error' | 'warning' | 'info') => notes.filter((note) => note.severity === severity).length
  return {
    village: content.village, villageName: findRegion(content.village)?.name ?? content.village, fiscalYear: content.fiscalYear, plan: plan.name, complete: plan.complete,
    revision: sent === null ? 1 : changed ? sent.revision + 1 : sent.revision, sent: sent && { revision: sent.revision, madeAt: sent.madeAt }, changed,
    activities: plan.activities.length, lines: plan.lines.length, sources: plan.sources.length, need: view.figures.need, funded: view.figures.funded,
    counts: Object.entries(counts).map(([group, count]) => ({ group, count: count ?? 0 })),
    series: Object.entries(series).map(([family, one]) => ({ family, name: one?.name ?? '', measuredOn: one?.measuredOn ?? '' })),
    notes: { error: severities('error'), warning: severities('warning'), info: severities('info') }, hidden: [...hidden],
    versions: versions.map(({ number, stage, lockedAt, funded }) => ({ number, stage, lockedAt, funded })),
    key: secret === undefined ? null : fingerprint(publicKeyOf(secret)), small: Object.values(counts).filter((count) => count !== undefined && count > 0 && count < SMALL).length,
  }
}

/** The office's key, made where there is none; `undefined` in a file that cannot be written. */
function officeKey(session: Session): string | undefined {
  const known = session.submissions.office('key')
  if (known !== undefined || session.readOnly) return known
  const secret = newSecret()
  session.setSetting('office/key', secret)
  return secret
}

/** The package of a plan as a file. @throws AppError village_only, plan_*, workspace_read_only where the plan changed and the new revision cannot be remembered */
export function exportPackage(session: Session, input: { readonly planId?: string | undefined; readonly sign: boolean }): File {
  const { content, digest, sent, view } = make(session, input.planId)
  const next: Sent = sent?.content === digest ? sent : { revision: (sent?.revision ?? 0) + 1, madeAt: session.ports.now().toISOString(), content: digest }
  const body = packageBody.parse({ ...content, revision: next.revision, madeAt: next.madeAt })
  if (next !== sent) session.setSetting(`office/sent/${view.plan.id}`, JSON.stringify(next))
  const secret = input.sign ? officeKey(session) : undefined
  const { bytes } = packPackage(body, secret)
  const name = `${body.village} ${findRegion(body.village)?.name ?? ''} TA ${body.fiscalYear} rev ${body.revision}`.replaceAll(/[\\/:*?"<>|]/g, '-')
  return new File([bytes as Uint8Array<ArrayBuffer>], `${name}.rembuk.gz`, { type: 'application/gzip' })
}
