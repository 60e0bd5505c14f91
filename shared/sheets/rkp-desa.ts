import { nomenclature } from '#shared/catalogue/sub-kegiatan.ts'
import { BIDANG, bidangOf, subBidangOf } from '#shared/catalogue/village-codes.ts'
import type { Activity } from '#shared/domain/plan.ts'
import { months } from '#shared/i18n/format.ts'
import { carryOf, type Context, frame, section, signatoriesOf } from './input.ts'
import { groupParts, type Part } from './parts.ts'
import { amountOf } from './rab.ts'
import { type Cell, type Column, type HeaderCell, type Ref, type Row, type SheetDocument, sumOf, text } from './sheet.ts'
import { fill } from './texts.ts'

/** The line that the volume of an activity is read from: the first that follows a count, else the first that can be cut, else the first. */
export function leading(parts: readonly Part[]): Part | undefined {
  return parts.find(
    (part) => part.line.quantities.some((quantity) => 'driver' in quantity)
  ) ?? parts.find((part) => part.line.cutBy !== null) ?? parts[0]
}

function ticks(activity: Activity): Record<string, Cell> {
  const column = activity.execution === 'self' ? 'self' : activity.execution === 'inter_village' ? 'between' : 'third'
  return { [column]: text('✓', { align: 'center' }) }
}

/** One row per source of an activity; what all its sources share stands in the first. */
function activityRows(context: Context, activity: Activity, parts: readonly Part[], no: number): { rows: Row[]; refs: Ref[] } {
  const main = leading(parts)?.line.id
  const rows: Row[] = []
  const refs: Ref[] = []
  const sub = activity.villageCode === null ? null : subBidangOf(activity.villageCode).name
  const code = context.plan.kind === 'desa' ? activity.villageCode : activity.regencyCode
  for (const [sourceId, own] of groupParts(parts, (part) => part.source.id)) {
    const first = rows.length === 0
    const key = `rkp:${activity.id}:${sourceId}`
    const shown = own.find((part) => part.line.id === main) ?? own[0]
    rows.push({
      key, role: 'line', ...(first ? {} : { follows: true }),
      cells: {
        ...(first
          ? {
            no: text(String(no), { align: 'center' }), bidang: text(sub ?? ''), code: text(code ?? ''), name: text(activity.name),
            location: text(activity.location),
            beneficiaries: text(activity.beneficiaries), time: text(months(activity.months, context.language), { align: 'center' }),
            implementer: text(activity.implementer),
          }
          : {}),
        volume: text(shown?.quantity ?? ''), amount: sumOf(own.map((part) => amountOf(context, part))),
        source: text(own[0]?.source.label ?? '', { align: 'center' }), ...ticks(activity),
      },
    })
    refs.push({ row: key, column: 'amount' })
  }
  return { rows, refs }
}

interface Group {
  readonly key: string; readonly label: string; readonly name: string; readonly total: string; readonly activities: readonly Activity[]
}

function bidangNumber(activity: Activity): number | undefined {
  return activity.villageCode === null ? undefined : bidangOf(activity.villageCode)?.number
}

/** A desa's activities by bidang; a ward's by sub kegiatan. What has no code comes last. */
function groupsOf(context: Context, activities: readonly Activity[]): Group[] {
  const { t, plan } = context
  const uncoded = (of: readonly Activity[]): Group[] =>
    of.length === 0 ? [] : [{
      key: 'none', label: '', name: t.common.uncoded.toUpperCase(), total: `${t.common.total} ${t.common.uncoded.toLowerCase()}`,
      activities: of,
    }]
  if (plan.kind === 'desa') {
    return [
      ...BIDANG.map((one): Group => ({
        key: String(one.number), label: one.roman, name: one.name.toUpperCase(), total: fill(t.rkp.totalOf, { roman: one.roman }),
        activities: activities.filter((activity) => bidangNumber(activity) === one.number),
      })).filter((group) => group.activities.length > 0),
      ...uncoded(activities.filter((activity) => bidangNumber(activity) === undefined)),
    ]
  }
  const codes = [...new Set(activities.flatMap((activity) => (activity.regencyCode === null ? [] : [activity.regencyCode])))].toSorted()
  return [
    ...codes.map((code): Group => ({
      key: code, label: '', name: `${code} ${nomenclature(code).at(-1)?.name ?? ''}`.trim(), total: t.rkp.totalSub,
      activities: activities.filter((activity) => activity.regencyCode === code),
    })),
    ...uncoded(activities.filter((activity) => activity.regencyCode === null)),
  ]
}

function header(context: Context, columns: readonly Column[]): HeaderCell[][] {
  const { t, plan } = context
  const desa = plan.kind === 'desa'
  const names: Record<string, string> = {
    no: t.common.no, bidang: t.rkp.bidang, location: t.rkp.location, volume: t.rkp.volume, beneficiaries: t.rkp.beneficiaries,
    time: t.rkp.time, implementer: t.rkp.implementer,
  }
  const inner: Record<string, string> = {
    amount: t.common.amount, source: t.rkp.source, self: t.rkp.self, between: t.rkp.interVillage, third: t.rkp.thirdParty,
  }
  const top: HeaderCell[] = []
  for (const { key } of columns) {
    const name = names[key]
    if (name !== undefined) top.push({ text: name, column: key, columns: 1, rows: 2 })
    if (key === 'name' && !desa) top.push({ text: t.rkp.kind, column: key, columns: 1, rows: 2 })
    if (key === 'code') top.push({ text: t.rkp.kind, column: key, columns: 2, rows: 2 })
    if (key === 'amount') top.push({ text: t.rkp.cost, column: key, columns: 2, rows: 1 })
    if (key === 'self') top.push({ text: t.rkp.mode, column: key, columns: 3, rows: 1 })
  }
  return [top, columns.flatMap(({ key }) => (inner[key] === undefined ? [] : [{ text: inner[key], column: key, columns: 1, rows: 1 }]))]
}

function left(key: string, share: number): Column {
  return { key, share, align: 'left' }
}

function center(key: string, share: number): Column {
  return { key, share, align: 'center' }
}

function columnsOf(desa: boolean): Column[] {
  return [
    center('no', 9), ...(desa ? [left('bidang', 25), left('code', 15), left('name', 48)] : [left('name', 74)]), left('location', 24),
    left('volume', 34), left('beneficiaries', 35),
    center('time', 25), { key: 'amount', share: 26, align: 'right' }, center('source', 20),
    ...(desa ? [center('self', 13), center('between', 15), center('third', 15)] : []),
    left('implementer', 32),
  ]
}

/** The four lines over the matrix that say whose it is. */
function whereFacts({ t, place }: Context): [string, string][] {
  const lines: [string, string | null | undefined][] = [
    [t.rkp.desa, place.village], [t.rkp.district, place.district], [place.city ? t.rkp.kota : t.rkp.kabupaten, place.regency], [t.rkp.province, place.province],
  ]
  return lines.flatMap(([label, name]): [string, string][] => (name ? [[label, name]] : []))
}

/**
 * RKP Desa matrix (domain §2.2, columns a–n; Jenis Kegiatan is c and d), for a ward the same matrix by sub kegiatan for the kecamatan's
 * Renja. It lists what is funded, one row per source; what partners pay stands under its own total. Only a plan that was declared
 * complete carries the official title.
 */
export function rkpSheet(context: Context, parts: readonly Part[]): SheetDocument {
  const { t, plan } = context
  const desa = plan.kind === 'desa'
  const columns = columnsOf(desa)
  const rows: Row[] = []
  const upToCost = { from: desa ? 'bidang' : 'name', to: 'time' }
  let no = 0
  for (const onBudget of [true, false]) {
    const own = groupParts(parts.filter((part) => part.onBudget === onBudget), (part) => part.activity.id)
    if (own.size === 0) continue
    const activities = plan.activities.filter((activity) => own.has(activity.id))
    const outer: Ref[] = []
    const groups = onBudget
      ? groupsOf(context, activities)
      : [{
        key: 'partner', label: '', name: (desa ? t.common.partner : t.common.partnerRegency).toUpperCase(),
        total: desa ? t.common.partnerTotal : t.common.partnerRegencyTotal, activities,
      }]
    for (const group of groups) {
      rows.push({
        key: `group:${group.key}`, role: 'group', cells: { no: text(group.label, { align: 'center' }), [upToCost.from]: text(group.name) },
        spans: [{ from: upToCost.from, to: 'implementer' }],
      })
      const refs: Ref[] = []
      for (const activity of group.activities) {
        no += 1
        const made = activityRows(context, activity, own.get(activity.id) ?? [], no)
        rows.push(...made.rows)
        refs.push(...made.refs)
      }
      const key = `subtotal:${group.key}`
      rows.push({
        key, role: 'subtotal', cells: { [upToCost.from]: text(group.total), amount: sumOf(refs) },
        spans: [upToCost, { from: 'source', to: 'implementer' }],
      })
      outer.push({ row: key, column: 'amount' })
    }
    if (!onBudget) continue
    rows.push({
      key: 'total', role: 'total', cells: { [upToCost.from]: text(t.common.grandTotal), amount: sumOf(outer) },
      spans: [upToCost, { from: 'source', to: 'implementer' }],
    })
  }
  const unfunded = context.figures.gap > 0 ? [desa ? t.rkp.unfunded : t.rkp.unfundedWard] : []
  return frame(context, desa ? 'rkpDesa' : 'renja', {
    title: desa ? (plan.complete ? t.titles.rkpOfficial : t.titles.rkpProposal) : t.titles.renja, columns,
    sections: [section({
      key: 'rkp', facts: desa ? whereFacts(context) : [], header: header(context, columns), carry: carryOf(context, upToCost.from, ['amount']), numbering: columns.map((_, index) => String.fromCodePoint(97 + index)), rows,
      notes: [...(rows.length === 0 ? [t.rkp.empty] : []), ...unfunded], signatories: signatoriesOf(context, desa ? 'rkpDesa' : 'renja'),
    })],
  })
}
