import type { CountKey } from '#shared/domain/caseload.ts'
import { DENOMINATORS, FAMILIES, FAMILY_NAMES, type Denominator, type Family, type TargetGroup } from '#shared/domain/target-group.ts'
import { outOf, percent } from '#shared/i18n/format.ts'
import { type Context, frame, plainHeader, section } from './input.ts'
import { formula, integer, type Row, type SheetDocument, text } from './sheet.ts'
import { fill } from './texts.ts'

/** What a count is a part of; each nutrition status has its own denominator, measured, weighed or both. */
const PART_OF: Partial<Readonly<Record<CountKey, Denominator>>> = {
  weighed: 'targeted', measured: 'targeted', stunted: 'measured', severely_stunted: 'measured', moderately_wasted: 'wasting_status',
  severely_wasted: 'wasting_status', underweight: 'weight_status',
}

function countRow(context: Context, group: CountKey, label: string, no: number): Row {
  const { counts, t, language } = context
  const count = counts.get(group)
  const whole = PART_OF[group]
  const of = whole === undefined ? undefined : counts.get(whole)
  const key = `count:${group}`
  const cells = { no: text(String(no), { align: 'center' }), group: text(label, { indent: 1 }) }
  if (count === undefined) return { key, role: 'muted', cells: { ...cells, count: text(t.caseload.unknownGroup, { align: 'right' }) } }
  if (of === undefined) return { key, role: 'line', cells: { ...cells, count: integer(count) } }
  return {
    key, role: 'line',
    cells: {
      ...cells, count: integer(count), of: integer(of),
      share: formula({ op: 'ratio', part: { row: key, column: 'count' }, whole: { row: key, column: 'of' } }),
      reading: text(outOf(count, of, language)),
    },
  }
}

function familyRows(context: Context, family: Family, start: number): Row[] {
  const { t } = context
  const groups: readonly TargetGroup[] = FAMILIES[family]
  const keys: readonly (readonly [CountKey, string])[] = [
    ...(family === 'child' ? DENOMINATORS.map((key) => [key, t.denominators[key]] as const) : []),
    ...groups.map((group) => [group, t.groups[group]] as const),
  ]
  return [
    { key: `family:${family}`, role: 'group', cells: { group: text(t.families[family]) }, spans: [{ from: 'group', to: 'reading' }] },
    ...keys.map(([key, label], index) => countRow(context, key, label, start + index)),
  ]
}

/** Sasaran: which series the plan follows and what it counts. Shares with their parts; what is not counted is unknown, not nought. */
export function caseloadSheet(context: Context): SheetDocument {
  const { t, plan, series, language } = context
  const used = FAMILY_NAMES.flatMap((family): Row[] => {
    const one = series.find((entry) => entry.id === plan.series[family])
    const key = `series:${family}`
    if (!one) return [{
      key, role: 'muted', cells: { group: text(t.families[family]), count: text(t.caseload.unknownGroup) },
      spans: [{ from: 'no', to: 'no' }, { from: 'count', to: 'of' }],
    }]
    return [{
      key, role: 'line', spans: [{ from: 'count', to: 'of' }],
      cells: {
        group: text(t.families[family]), count: text(one.name, { align: 'left' }), share: { kind: 'date', iso: one.measuredOn },
        reading: text([t.seriesKinds[one.kind], one.source].filter((part) => part !== '').join(': ')),
      },
    }]
  })
  let no = 1
  const rows = FAMILY_NAMES.flatMap((family) => {
    const made = familyRows(context, family, no)
    no += made.length - 1
    return made
  })
  const surveys = series.filter((one) => one.kind === 'survey' && one.prevalenceBp !== null)
  return frame(context, 'caseload', {
    title: t.titles.caseload, letterhead: false, textSize: 9,
    columns: [
      { key: 'no', share: 12, align: 'center' }, { key: 'group', share: 84, align: 'left' }, { key: 'count', share: 40, align: 'right' },
      { key: 'of', share: 40, align: 'right' },
      { key: 'share', share: 38, align: 'right' }, { key: 'reading', share: 82, align: 'left' },
    ],
    sections: [
      section({
        key: 'series', heading: t.caseload.used,
        rows: used.map((row, index) => ({ ...row, cells: { no: text(String(index + 1), { align: 'center' }), ...row.cells } })),
        header: plainHeader([
          ['no', t.common.no], ['group', t.caseload.family], ['count', t.caseload.series, 2], ['share', t.caseload.measuredOn],
          ['reading', t.caseload.from],
        ]),
      }),
      section({
        key: 'counts', heading: t.caseload.counts, rows,
        header: plainHeader([
          ['no', t.common.no], ['group', t.caseload.group], ['count', t.caseload.count], ['of', t.caseload.of], ['share', t.caseload.share],
          ['reading', t.caseload.reading],
        ]),
        notes: [
          t.caseload.note,
          ...surveys.map((survey) => fill(t.caseload.survey, { series: survey.name, percent: percent(survey.prevalenceBp, language) })),
        ],
      }),
    ],
  })
}
