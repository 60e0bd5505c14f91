import type { CaseloadSeries, PlanCounts } from '#shared/domain/caseload.ts'
import type { PlanFigures, SourceFigures } from '#shared/domain/figures.ts'
import type { MeetingRecord } from '#shared/domain/meeting-record.ts'
import type { FundingSource, Plan, SourceCode, SourceGroup } from '#shared/domain/plan.ts'
import type { RuleSet } from '#shared/domain/rule.ts'
import type { TrendPoint } from '#shared/domain/trend.ts'
import { date, dateTime, type Language } from '#shared/i18n/format.ts'
import type { RemeasureInput } from './remeasure.ts'
import type { Carry, HeaderCell, Logo, Paper, Section, SheetDocument, Signatory } from './sheet.ts'
import { type DocumentTexts, documentTexts, fill } from './texts.ts'

/** A catalogue note as it is printed: its sentence is made by whoever has the message catalogue. */
export interface PrintedFinding {
  readonly severity: 'error' | 'warning' | 'info'
  readonly where: string
  readonly text: string
}

/** Names of the areas that a plan lies in; village and district are null for a regency plan. */
export interface PlaceNames {
  readonly village: string | null
  readonly district: string | null
  /** Without `Kabupaten` or `Kota`. */
  readonly regency: string
  readonly city: boolean
  readonly province?: string
}

export type SheetKey = keyof DocumentTexts['sheets']

/** Whether a row was ticked as typed elsewhere; `changed`: it is another one now than when it was ticked. */
export type EntryMark = 'open' | 'typed' | 'changed'

/** Everything that the papers of a plan are made from. */
export interface DocumentInput {
  readonly plan: Plan
  readonly figures: PlanFigures
  readonly counts: PlanCounts
  readonly rules: RuleSet
  readonly place: PlaceNames
  /** The series that the plan follows, and surveys to show beside them. */
  readonly series: readonly CaseloadSeries[]
  /** Stage or version as the footer names it: `rancangan`. */
  readonly version: string
  /** Kept and locked at a stage beyond the draft, and not changed since: no mark across the paper. */
  readonly final?: boolean
  /** What the office's own papers begin with; lines that are not given are the usual ones. */
  readonly letterhead?: { readonly lines: readonly string[]; readonly address: readonly string[]; readonly logo: Logo | null }
  /** Local `YYYY-MM-DDTHH:MM`. */
  readonly madeAt: string
  /** ISO date that is printed over the signatures; null leaves room to write it. */
  readonly signedOn: string | null
  /** Who signs, where it is not the usual (model: village head, drafters …). */
  readonly signatories?: Partial<Readonly<Record<SheetKey, readonly Signatory[]>>>
  /** The newest meeting over the plan, where there was one: what its berita acara says. */
  readonly meeting?: MeetingRecord | undefined
  /** Printed on a sheet of its own when given. */
  readonly findings?: readonly PrintedFinding[] | undefined
  /** Rounds that counted stunted children, oldest first. */
  readonly rounds?: readonly TrendPoint[]
  /** Children to be measured again, where the plan follows a list by name. */
  readonly remeasure?: Omit<RemeasureInput, 'paper' | 'language' | 'madeAt'> | undefined
  /** What was ticked as typed into another program, by `line/source`. */
  readonly entryMarks?: ReadonlyMap<string, EntryMark>
  readonly paper?: Paper
  readonly language?: Language
}

/** What every sheet needs, worked out once. */
export interface Context extends DocumentInput {
  readonly language: Language
  readonly paper: Paper
  readonly t: DocumentTexts
  /** `Desa Kalipucung`, `Kelurahan Mojoroto`, `Kota Kediri`. */
  readonly placeName: string
  readonly sourceOf: ReadonlyMap<string, SourceFigures>
}

export function contextOf(input: DocumentInput): Context {
  const language = input.language ?? 'id'
  const t = documentTexts(language)
  return {
    ...input, language, paper: input.paper ?? 'F4', t, placeName: placeName(input, t),
    sourceOf: new Map(input.figures.sources.map((source) => [source.source.id, source])),
  }
}

function regencyName({ place }: DocumentInput, t: DocumentTexts): string {
  return fill(place.city ? t.place.kota : t.place.kabupaten, { name: place.regency })
}

function placeName(input: DocumentInput, t: DocumentTexts): string {
  const { plan, place } = input
  if (plan.kind === 'regency' || place.village === null) return regencyName(input, t)
  return fill(plan.kind === 'kelurahan' ? t.place.kelurahan : t.place.desa, { name: place.village })
}

const VILLAGE: ReadonlySet<SourceCode> = new Set(['DDS', 'ADD', 'PBH', 'PBP', 'PBK', 'PAD', 'SWD', 'PDL'])
const PARTNER: ReadonlySet<SourceCode> = new Set(['GENTING', 'CSR', 'ZAKAT'])

/** Whose money a source is: only a regency's own may stand in its RKPD (domain §8). */
export function sourceGroup(code: SourceCode): SourceGroup {
  return VILLAGE.has(code) ? 'village' : PARTNER.has(code) ? 'partner' : 'regency'
}

/** Money that does not pass the APBDes or the APBD stands apart in every table. */
export function isOnBudget(source: FundingSource): boolean {
  return source.onBudget && sourceGroup(source.code) !== 'partner'
}

/** Words of the titles: place in capitals, district, regency, year. */
export function titleLines(context: Context, lines: readonly string[]): string[] {
  const { plan, place, t } = context
  return lines.map((line) => fill(line, {
    year: plan.fiscalYear, place: context.placeName.toUpperCase(), district: (place.district ?? '').toUpperCase(),
    regency: regencyName(context, t).toUpperCase(),
  }))
}

/** A paper that the regency puts out, whoever proposes its rows: neither the village's letterhead nor its emblem belongs on it. */
function isRegencyPaper({ plan }: Pick<Context, 'plan'>, key: SheetKey): boolean {
  return plan.kind !== 'regency' && REGENCY_PAPERS.has(key)
}

const REGENCY_PAPERS: ReadonlySet<SheetKey> = new Set(['rkpd', 'rkpdOld', 'td4'])

/** The lines over an office's papers, where it has not typed its own. */
export function usualLetterhead({ plan, place, t }: Pick<Context, 'plan' | 'place' | 't'>, key: SheetKey = 'rab'): string[] {
  const lines = [fill(place.city ? t.letterhead.kota : t.letterhead.kabupaten, { name: place.regency.toUpperCase() })]
  if (plan.kind === 'regency' || key === 'rkpd' || key === 'rkpdOld') return lines
  if (place.district !== null) lines.push(fill(t.letterhead.district, { name: place.district.toUpperCase() }))
  if (place.village !== null && key !== 'td4') lines.push(fill(
    plan.kind === 'kelurahan' ? t.letterhead.kelurahan : t.letterhead.desa, { name: place.village.toUpperCase() },
  ))
  return lines
}

function headOf(context: Context, key: SheetKey): Pick<SheetDocument, 'letterhead' | 'address' | 'logo'> {
  const own = isRegencyPaper(context, key) ? undefined : context.letterhead
  const lines = own && own.lines.length > 0 ? own.lines : usualLetterhead(context, key)
  return { letterhead: lines, address: own?.address ?? [], logo: own?.logo ?? null }
}

/** Village or regency town that stands before the date. */
function signedAt(context: Context, key: SheetKey): string {
  const { place, plan, t, language } = context
  const town = key === 'rkpd' || key === 'rkpdOld' ? place.regency : key === 'td4' ? (place.district ?? place.regency) : (place.village ?? place.regency)
  return context.signedOn === null ? fill(
    t.sign.undated, { place: town, year: plan.fiscalYear - 1 },
  ) : `${town}, ${date(context.signedOn, language)}`
}

type Frame = Pick<SheetDocument, 'columns' | 'sections'> & {
  readonly title: readonly string[]; readonly letterhead?: boolean; readonly textSize?: number; readonly orientation?: SheetDocument['orientation']
  /** The word across the paper, where it is not that of the plan. */
  readonly draft?: string | null
}

/** A sheet with the letterhead, footer and paper that all papers of a plan share. */
export function frame(context: Context, key: SheetKey, parts: Frame): SheetDocument {
  const { title, columns, sections, letterhead: head = true, textSize = 8.5, orientation = 'landscape' } = parts
  const { t, plan, series, language } = context
  const followed = series.filter((one) => one.kind !== 'survey')
  const data = followed.length === 0 ? t.footer.noSeries : fill(
    t.footer.series, { series: [...new Set(followed.map((one) => one.name))].join(', ') },
  )
  return {
    name: t.sheets[key], ...(head ? headOf(context, key) : { letterhead: [] }), title: titleLines(context, title), columns, sections,
    paper: context.paper, orientation, textSize,
    placeDate: signedAt(context, key),
    footer: {
      left: `${fill(t.footer.plan, { place: context.placeName, year: plan.fiscalYear, version: context.version })} · ${data}`,
      right: fill(t.footer.printed, { time: dateTime(context.madeAt, language) }),
      page: t.footer.page,
    },
    draft: parts.draft === undefined ? (plan.complete || context.final === true ? null : t.draft) : parts.draft, language,
  }
}

/** A section with nothing but what is given. */
export function section(parts: Partial<Section> & Pick<Section, 'key' | 'rows' | 'header'>): Section {
  return { newPage: false, heading: null, facts: [], numbering: null, notes: [], signatories: [], ...parts }
}

/** Sums of these columns that go on where a table goes over a page. */
export function carryOf({ t }: Pick<Context, 't'>, from: string, columns: readonly string[]): Carry {
  return { out: t.common.carryOut, into: t.common.carryIn, from, columns }
}

/** One header row in order; a heading stands over one column unless it says how many. */
export function plainHeader(cells: readonly (readonly [column: string, text: string, columns?: number])[]): HeaderCell[][] {
  return [cells.map(([column, content, columns = 1]) => ({ text: content, column, columns, rows: 1 }))]
}

function person(lead: string, role: string, options: { dated?: boolean; nip?: boolean } = {}): Signatory {
  return { lead, role, name: null, nip: options.nip ? '' : null, ...(options.dated ? { dated: true } : {}) }
}

/** Who signs a paper: those given for it, else the usual ones. A village head has no NIP, a lurah has (domain §10). */
export function signatoriesOf(context: Context, key: SheetKey): readonly Signatory[] {
  const given = context.signatories?.[key]
  if (given) return given
  const { t, plan, place } = context
  const { sign, forms } = t
  const planner = fill(sign.planningHead, { name: regencyName(context, t) })
  if (key === 'td4' && place.district !== null) return [person('', fill(forms.td4.head, { district: place.district }), { dated: true, nip: true })]
  const own = plan.kind === 'desa' ? fill(sign.villageHead, { name: place.village ?? '' }) : fill(sign.wardHead, { name: place.village ?? '' })
  const headOf = (lead: string, options: { dated?: boolean } = {}): Signatory =>
    plan.kind === 'regency' ? person(lead, planner, { nip: true, ...options }) : person(lead, own, { nip: plan.kind === 'kelurahan', ...options })
  if (key === 'minutes') return [
    person('', forms.minutes.leader), headOf(sign.acknowledged),
    ...(plan.kind === 'desa' ? [person('', forms.minutes.bpd), person('', sign.cadre)] : plan.kind === 'kelurahan' ? [person('', sign.community)] : []),
    person('', forms.minutes.midwife, { nip: true }), person('', forms.minutes.participant, { dated: true }),
  ]
  if (key === 'attendance') return [person('', forms.minutes.leader, { dated: true })]
  if (key === 'offer') return [person(forms.offer.ready, forms.offer.partner), headOf('', { dated: true })]
  if (key === 'onePage') return [headOf('', { dated: true })]
  if (key === 'remeasure') return [headOf(sign.acknowledged), person('', forms.minutes.midwife, { dated: true, nip: true })]
  if (plan.kind === 'regency' || key === 'rkpd' || key === 'rkpdOld') {
    return [person('', planner, { dated: true, nip: true })]
  }
  if (plan.kind === 'kelurahan') {
    return [
      person(sign.acknowledged, sign.community), person('', fill(sign.wardHead, { name: place.village ?? '' }), { dated: true, nip: true }),
    ]
  }
  const head = fill(sign.villageHead, { name: place.village ?? '' })
  if (key === 'rkpDesa' || key === 'duRkp') return [person(sign.acknowledgedAndApproved, head), person('', `${sign.drafted}\n${sign.drafters}`, { dated: true })]
  if (key === 'rab') return [
    person(sign.approved, head), person(sign.verified, sign.villageSecretary), person('', sign.section, { dated: true }),
  ]
  if (key === 'table5') return [person(sign.acknowledged, head), person('', sign.cadre, { dated: true })]
  return []
}
