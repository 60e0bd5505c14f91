import type { RemeasureReason } from '#shared/domain/remeasure.ts'
import { date, dateTime, type Language } from '#shared/i18n/format.ts'
import { validity as en } from '#shared/i18n/en/validity.ts'
import { validity as id } from '#shared/i18n/id/validity.ts'
import { section } from './input.ts'
import { type Column, type HeaderCell, integer, type Paper, type Row, type SheetDocument, text } from './sheet.ts'
import { fill } from './texts.ts'

/** What is written of a child that is to be measured again; names are already initials unless they were asked for. */
export interface RemeasureRow {
  readonly name: string
  readonly parent: string
  readonly sex: 'L' | 'P'
  readonly ageMonths: number
  readonly row: number
  readonly reasons: readonly RemeasureReason[]
  readonly last: { readonly measuredOn: string; readonly weightKg: number | null; readonly heightCm: number | null } | null
}

export interface RemeasureInput {
  readonly series: string
  readonly measuredOn: string
  readonly places: readonly { readonly villageName: string; readonly posyandu: string; readonly children: readonly RemeasureRow[] }[]
  /** Names in full: the paper says whom it is for. */
  readonly named: boolean
  readonly paper: Paper
  readonly language: Language
  /** Local date and time, ISO without zone. */
  readonly madeAt: string
}

const COLUMNS: readonly Column[] = [
  { key: 'no', share: 9, align: 'center' }, { key: 'name', share: 44, align: 'left' }, { key: 'sex', share: 9, align: 'center' }, { key: 'age', share: 14, align: 'right' },
  { key: 'parent', share: 34, align: 'left' }, { key: 'on', share: 28, align: 'left' }, { key: 'kg', share: 15, align: 'right' }, { key: 'cm', share: 15, align: 'right' },
  { key: 'why', share: 60, align: 'left' }, { key: 'newOn', share: 22, align: 'left' }, { key: 'newKg', share: 16, align: 'left' }, { key: 'newCm', share: 16, align: 'left' },
  { key: 'posture', share: 20, align: 'left' },
]

/** One decimal, in the language's way; a dash where nothing was measured. */
function decimal(value: number | null, language: Language): string {
  if (value === null) return '–'
  const written = value.toFixed(1)
  return language === 'id' ? written.replace('.', ',') : written
}

/** The list of whom the kader measures again: one table per posyandu, each on a page of its own, with room to write. */
export function remeasureSheet(input: RemeasureInput): SheetDocument {
  const { language, paper } = input
  const all = language === 'en' ? en : id
  const t = all.sheet
  const heads: readonly (readonly [string, string])[] = [
    ['no', t.no], ['name', t.name], ['sex', t.sex], ['age', t.age], ['parent', t.parent], ['on', t.lastOn], ['kg', t.kg], ['cm', t.cm], ['why', t.why], ['newOn', t.newOn], ['newKg', t.kg], ['newCm', t.cm], ['posture', t.posture],
  ]
  const header: HeaderCell[][] = [heads.map(([column, content]) => ({ text: content, column, columns: 1, rows: 1 }))]
  const rowOf = (child: RemeasureRow, index: number, place: number): Row => ({
    key: `child:${place}:${index}`, role: 'line',
    cells: {
      no: integer(index + 1), name: text(child.name), sex: text(t.sexes[child.sex]), age: integer(child.ageMonths), parent: text(child.parent),
      on: text(child.last ? date(child.last.measuredOn, language) : '–'), kg: text(decimal(child.last?.weightKg ?? null, language), { align: 'right' }),
      cm: text(decimal(child.last?.heightCm ?? null, language), { align: 'right' }), why: text(child.reasons.map((reason) => all.remeasure[reason]).join('; ')),
      newOn: text(''), newKg: text(''), newCm: text(''), posture: text(''),
    },
  })
  return {
    name: t.sheetName, letterhead: [], title: [...(input.named ? [t.secret] : []), t.title, fill(t.subtitle, { series: input.series, date: date(input.measuredOn, language) })],
    columns: COLUMNS, paper, orientation: 'landscape', textSize: 9, placeDate: '',
    sections: input.places.map(({ villageName, posyandu, children }, place) => section({
      key: `place:${place}`, newPage: place > 0, heading: fill(t.place, { posyandu: posyandu || t.noPosyandu, village: villageName }), header,
      rows: children.map((child, index) => rowOf(child, index, place)), notes: place === input.places.length - 1 ? [t.note] : [],
    })),
    footer: { left: fill(t.footer, { series: input.series }), right: fill(t.printed, { time: dateTime(input.madeAt, language) }), page: t.page },
    draft: input.named ? t.secretWord : null, language,
  }
}
