import { boundsOf, type DistributionInput, type DistributionShare } from '#shared/domain/distribution.ts'
import { sum } from '#shared/domain/money.ts'
import { type Cell, integer, type Ref, type Row, type SheetDocument, sumOf, text } from './sheet.ts'
import { range, regencySheet, type RegencyPaper, regencyTexts } from './regency.ts'
import { fill } from './texts.ts'

export interface DivisionVillage {
  readonly code: string
  readonly name: string
  readonly district: string
  readonly gap: number | null
}

export interface DivisionInput {
  readonly paper: RegencyPaper
  readonly input: DistributionInput
  readonly shares: readonly DistributionShare[]
  readonly villages: readonly DivisionVillage[]
  /** What each measure is called, by its key. */
  readonly measureName: (key: string) => string
}

type Part = string | Ref

function expression(parts: readonly Part[], value: number, format: 'integer' | 'percent' = 'integer'): Cell {
  return { kind: 'formula', formula: { op: 'expression', parts, value }, result: value, format }
}

/** The bound that held a village in the end. */
function heldBy({ steps }: DistributionShare): 'free' | 'low' | 'high' {
  const bound = steps.findLast((step) => step.step === 'bound')
  return bound?.step !== 'bound' ? 'free' : bound.by === 'cap' ? 'high' : 'low'
}

/** The amount of a village before rounding, and its share of the formula, as near as a spreadsheet has them. */
function exactOf({ steps }: DistributionShare, base: number): number {
  const last = steps.findLast((step) => step.step === 'formula' || step.step === 'bound')
  if (last?.step === 'bound') return last.amount
  return last?.step === 'formula' ? base + Number((BigInt(last.rest) * BigInt(last.points) * 1_000_000n) / BigInt(last.allPoints)) / 1_000_000 : 0
}

/**
 * The division as two sheets whose amounts follow from the terms by formulas: the terms, and one row per village. Which villages are held by a
 * bound is set by the application (it takes rounds); everything else recalculates.
 */
export function divisionSheets({ paper, input, shares, villages, measureName }: DivisionInput): SheetDocument[] {
  const t = regencyTexts(paper.language)
  const { common, division } = t
  const [main, terms] = [division.sheets.villages, division.sheets.terms]
  const measures = input.measures.filter(({ weight }) => weight > 0)
  const term = (row: string): Ref => ({ sheet: terms, row, column: 'value' })
  const totals = new Map(measures.map(({ key }) => [key, sum(input.villages.map(({ counts }) => counts[key] ?? 0))]))
  const held = shares.map(heldBy)
  const bounds = input.villages.map(({ last }) => boundsOf(input, last))
  const share = input.villages.map(({ counts }) => sumOfShares(measures.map(({ key, weight }) => (weight / 100) * ((counts[key] ?? 0) / (totals.get(key) ?? 1)))))
  const exact = shares.map((one) => exactOf(one, input.base))
  const inUnits = exact.map((amount) => Math.floor(Number((amount / input.unit).toFixed(9))))
  const whole = inUnits.map((units) => units * input.unit)
  const rest = exact.map((amount, index) => Number((amount / input.unit - (inUnits[index] ?? 0)).toFixed(9)))
  const fixed = sum(shares.map((_, index) => (held[index] === 'low' ? Number(bounds[index]?.lower ?? 0n) : held[index] === 'high' ? Number(bounds[index]?.upper ?? 0n) : 0)))
  const free = held.filter((state) => state === 'free').length
  const freeShare = sumOfShares(share.filter((_, index) => held[index] === 'free'))
  const left = input.envelope - fixed - input.base * free
  const units = Math.floor((input.envelope - sum(whole)) / input.unit)
  const odd = input.envelope - sum(whole) - units * input.unit
  // The one that takes what is less than a unit: its amount is no whole number of them.
  const taker = odd === 0 ? -1 : shares.findIndex(({ amount }) => amount % input.unit !== 0)
  const keys = villages.map(({ code }) => ({ key: code }) as Row)
  const all = (column: string, sheet?: string): Part[] => range(keys, column, sheet)
  const rows = villages.map((village, index): Row => {
    const own = (column: string): Ref => ({ row: village.code, column })
    const given = input.villages[index]
    const bound = bounds[index]
    const [first] = villages
    const state = held[index] ?? 'free'
    const amount = shares[index]?.amount ?? 0
    return {
      key: village.code, role: 'line',
      cells: {
        no: text(String(index + 1), { align: 'center' }), code: text(village.code), name: text(village.name), district: text(village.district),
        ...Object.fromEntries(measures.map(({ key }) => [`count:${key}`, given?.counts[key] === undefined ? text(common.unknown, { align: 'right' }) : integer(given.counts[key] ?? 0)])),
        share: expression(measures.flatMap(({ key }, at): Part[] => [at === 0 ? '' : '+', term(`weight:${key}`), '/100*N(', own(`count:${key}`), ')/', term(`total:${key}`)]), share[index] ?? 0, 'percent'),
        ...(input.holdBp === null ? {} : { last: given === undefined || given.last === null ? text(common.unknown, { align: 'right' }) : integer(given.last) }),
        lower: expression([
          'CEILING(MAX(', ...(input.cap === null ? [term('base')] : ['MIN(', term('base'), ',FLOOR(', term('cap'), ',', term('unit'), '))']), ...(input.floor === null ? [] : [',', term('floor')]),
          ...(input.holdBp === null ? [] : [',ROUNDUP(N(', own('last'), ')*', term('hold'), '/10000,0)']), '),', term('unit'), ')',
        ], Number(bound?.lower ?? 0n)),
        ...(input.cap === null ? {} : { upper: expression(['MAX(', own('lower'), ',FLOOR(', term('cap'), ',', term('unit'), '))'], Number(bound?.upper ?? 0n)) }),
        state: text(division[state]),
        exact: expression([
          'IF(', own('state'), `="${division.low}",`, own('lower'), ...(input.cap === null ? [] : [',IF(', own('state'), `="${division.high}",`, own('upper')]),
          ',', term('base'), '+', term('left'), '*IF(', term('freeShare'), '=0,1/', term('freeCount'), ',', own('share'), '/', term('freeShare'), ')', input.cap === null ? ')' : '))',
        ], exact[index] ?? 0),
        whole: expression(['INT(ROUND(', own('exact'), '/', term('unit'), ',9))*', term('unit')], whole[index] ?? 0),
        rest: expression(['ROUND(', own('exact'), '/', term('unit'), '-', own('whole'), '/', term('unit'), ',9)'], rest[index] ?? 0, 'percent'),
        amount: expression([
          own('whole'), '+IF(AND(', own('rest'), '>0,RANK(', own('rest'), ',', ...all('rest'), ')+COUNTIF(', { row: first?.code ?? '', column: 'rest' }, ':', own('rest'), ',', own('rest'), ')-1<=', term('units'), '),', term('unit'), ',0)',
          ...(index === taker ? ['+', term('odd')] : []),
        ], amount),
        before: village.gap === null ? text(common.unknown, { align: 'right' }) : integer(village.gap),
        after: village.gap === null ? text(common.unknown, { align: 'right' }) : expression(['MAX(0,', own('before'), '-', own('amount'), ')'], Math.max(0, village.gap - amount)),
      },
    }
  })
  const known = (column: string): Ref[] => rows.filter(({ cells }) => cells[column]?.kind !== 'text').map(({ key }) => ({ row: key, column }))
  const columns = ['no', 'code', 'name', 'district', ...measures.map(({ key }) => `count:${key}`), 'share', ...(input.holdBp === null ? [] : ['last']), 'lower', ...(input.cap === null ? [] : ['upper']), 'state', 'exact', 'whole', 'rest', 'amount', 'before', 'after']
  const words: Readonly<Record<string, string>> = {
    no: common.no, code: common.code, name: common.village, district: common.district, ...Object.fromEntries(measures.map(({ key }) => [`count:${key}`, measureName(key)])), share: division.share, last: division.last, lower: division.lower, upper: division.upper,
    state: division.state, exact: division.exact, whole: division.whole, rest: division.rest, amount: division.amount, before: division.before, after: division.after,
  }
  const wide: Readonly<Record<string, number>> = { no: 9, code: 28, name: 38, district: 30, share: 18, state: 22, rest: 16 }
  const texts = new Set(['code', 'name', 'district', 'state'])
  const total: Row = {
    key: 'total', role: 'total',
    cells: { name: text(common.total), ...Object.fromEntries([...measures.map(({ key }) => `count:${key}`), 'whole', 'amount', 'before', 'after'].map((column) => [column, sumOf(known(column))])) },
  }
  const setting = (key: string, label: string, cell: Cell): Row => ({ key, role: 'line', cells: { label: text(label), value: cell } })
  const inMain = (column: string): Part[] => all(column, main)
  const termRows: Row[] = [
    setting('envelope', division.envelope, integer(input.envelope)), setting('base', division.base, integer(input.base)),
    ...(input.floor === null ? [] : [setting('floor', division.floor, integer(input.floor))]), ...(input.cap === null ? [] : [setting('cap', division.cap, integer(input.cap))]),
    ...(input.holdBp === null ? [] : [setting('hold', division.hold, integer(input.holdBp))]), setting('unit', division.unit, integer(input.unit)),
    ...measures.map(({ key, weight }) => setting(`weight:${key}`, fill(division.weight, { measure: measureName(key) }), integer(weight))),
    ...measures.map(({ key }) => setting(`total:${key}`, fill(division.total, { measure: measureName(key) }), expression(['SUM(', ...inMain(`count:${key}`), ')'], totals.get(key) ?? 0))),
    setting('bound', division.bound, expression([
      'SUMIF(', ...inMain('state'), `,"${division.low}",`, ...inMain('lower'), ')', ...(input.cap === null ? [] : ['+SUMIF(', ...inMain('state'), `,"${division.high}",`, ...inMain('upper'), ')']),
    ], fixed)),
    setting('freeCount', division.freeCount, expression(['COUNTIF(', ...inMain('state'), `,"${division.free}")`], free)),
    setting('freeShare', division.freeShare, expression(['SUMIF(', ...inMain('state'), `,"${division.free}",`, ...inMain('share'), ')'], freeShare, 'percent')),
    setting('left', division.left, expression([term('envelope'), '-', term('bound'), '-', term('base'), '*', term('freeCount')], left)),
    setting('units', division.units, expression(['INT(ROUND((', term('envelope'), '-SUM(', ...inMain('whole'), '))/', term('unit'), ',6))'], units)),
    setting('odd', division.odd, expression([term('envelope'), '-SUM(', ...inMain('whole'), ')-', term('units'), '*', term('unit')], odd)),
  ]
  return [
    regencySheet(paper, {
      key: 'division', name: main, title: [division.title, `${paper.region.toUpperCase()}, ${paper.fiscalYear}`],
      columns: columns.map((key) => ({ key, share: wide[key] ?? 27, align: key === 'no' ? 'center' : texts.has(key) ? 'left' : 'right' })),
      header: columns.map((key) => [key, words[key] ?? key] as const), rows: [...rows, total], notes: [division.note],
    }),
    regencySheet(paper, {
      key: 'terms', name: terms, title: [division.terms], columns: [{ key: 'label', share: 120, align: 'left' }, { key: 'value', share: 50, align: 'right' }],
      header: [['label', division.label], ['value', division.value]], rows: termRows,
    }),
  ]
}

/** A sum of shares: no money, so it may be a fraction. */
function sumOfShares(parts: readonly number[]): number {
  return parts.reduce((total, part) => total + part, 0)
}
