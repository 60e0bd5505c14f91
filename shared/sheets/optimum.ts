import { percent } from '#shared/i18n/format.ts'
import { createTranslator } from '#shared/i18n/index.ts'
import { stepFigure } from '#shared/i18n/step-figure.ts'
import type { StepOutcome } from '#shared/domain/allocation.ts'
import { regencySheet, type RegencyPaper, regencyTexts } from './regency.ts'
import { type Cell, formula, integer, type Ref, type Row, share, type SheetDocument, sumOf, text } from './sheet.ts'
import { fill } from './texts.ts'

export interface OptimumInput {
  readonly paper: RegencyPaper
  readonly villages: readonly {
    readonly code: string
    readonly name: string
    readonly district: string
    readonly need: number
    readonly own: number
    readonly shared: number
    /** Shares from 0 to 1; null = it needs nothing. */
    readonly before: number | null
    readonly coverage: number | null
    readonly lowest: number | null
    readonly formula: number | null
  }[]
  readonly funds: readonly { readonly id: string; readonly label: string; readonly amount: number; readonly spent: number }[]
  readonly steps: readonly StepOutcome[]
  /** The greatest gap of a step. */
  readonly gap: number
  /** Whether plans came in since it was reckoned. */
  readonly outdated: boolean
}

const left = (key: string, width: number) => ({ key, share: width, align: 'left' as const })
const right = (key: string, width = 28) => ({ key, share: width, align: 'right' as const })
const no = { key: 'no', share: 9, align: 'center' as const }
const inBp = (value: number | null): Cell => share(value === null ? null : Math.round(value * 10_000))
/** A gap is never shown smaller than it is. */
const gapBp = (gap: number) => Math.ceil(gap * 10_000)

function villageSheet({ paper, villages, gap, outdated }: OptimumInput, title: readonly string[]): SheetDocument {
  const { common, optimum: t } = regencyTexts(paper.language)
  const compared = villages.some((village) => village.formula !== null)
  const rows = villages.map((village, index): Row => {
    const at = (column: string): Ref => ({ row: village.code, column })
    return {
      key: village.code, role: 'line',
      cells: {
        no: text(String(index + 1), { align: 'center' }), code: text(village.code), name: text(village.name), district: text(village.district), need: integer(village.need), own: integer(village.own), shared: integer(village.shared),
        gap: formula({ op: 'balance', plus: [at('need')], minus: [at('own'), at('shared')] }), ...(compared ? { formula: village.formula === null ? text(common.none, { align: 'right' }) : integer(village.formula) } : {}),
        before: inBp(village.before), after: inBp(village.coverage), lowest: inBp(village.lowest),
      },
    }
  })
  const money = ['need', 'own', 'shared', 'gap', ...(compared ? ['formula'] : [])]
  const known = (column: string): Ref[] => rows.filter(({ cells }) => cells[column]?.kind !== 'text').map(({ key }) => ({ row: key, column }))
  const words: Readonly<Record<string, string>> = { need: common.need, own: t.own, shared: t.shared, gap: common.gap, formula: t.formula }
  return regencySheet(paper, {
    key: 'optimum', name: t.sheets.villages, title, columns: [no, left('code', 28), left('name', 40), left('district', 32), ...money.map((key) => right(key)), right('before', 18), right('after', 18), right('lowest', 18)],
    header: [['no', common.no], ['code', common.code], ['name', common.village], ['district', common.district], ...money.map((key) => [key, words[key] ?? key] as const), ['before', t.before], ['after', t.after], ['lowest', t.lowest]],
    rows: [...rows, { key: 'total', role: 'total', cells: { name: text(common.total), ...Object.fromEntries(money.map((column) => [column, sumOf(known(column))])) } }],
    notes: [gap === 0 ? t.proven : fill(t.within, { gap: percent(gapBp(gap), paper.language) }), t.lowestNote, ...(outdated ? [t.outdated] : [])],
  })
}

function fundSheet({ paper, funds }: OptimumInput, title: readonly string[]): SheetDocument {
  const { common, optimum: t } = regencyTexts(paper.language)
  const rows = funds.map(({ id, label, amount, spent }): Row => {
    const at = (column: string): Ref => ({ row: id, column })
    return { key: id, role: 'line', cells: { fund: text(label === '' ? t.envelope : label), amount: integer(amount), spent: integer(spent), left: formula({ op: 'balance', plus: [at('amount')], minus: [at('spent')] }) } }
  })
  const total = (column: string) => sumOf(rows.map(({ key }) => ({ row: key, column })))
  return regencySheet(paper, {
    key: 'funds', name: t.sheets.funds, title, columns: [left('fund', 90), right('amount', 40), right('spent', 40), right('left', 40)], header: [['fund', t.fund], ['amount', t.amount], ['spent', t.spent], ['left', t.left]],
    rows: [...rows, { key: 'total', role: 'total', cells: { fund: text(common.total), amount: total('amount'), spent: total('spent'), left: total('left') } }],
  })
}

function stepSheet({ paper, steps }: OptimumInput, title: readonly string[]): SheetDocument {
  const { optimum: t } = regencyTexts(paper.language)
  const joint = createTranslator(paper.language).t
  const figure = (step: StepOutcome, value: number): Cell => (step.step === 'sum' ? text(stepFigure(step, value, paper.language), { align: 'right' }) : inBp(value))
  return regencySheet(paper, {
    key: 'steps', name: t.sheets.steps, title, columns: [left('step', 100), right('reached', 40), right('bound', 40), right('gap', 30)],
    header: [['step', joint('joint.steps.step')], ['reached', joint('joint.steps.reached')], ['bound', joint('joint.steps.bound')], ['gap', joint('joint.steps.gap')]],
    rows: steps.map((step): Row => ({
      key: `${step.step}:${step.tier ?? ''}`, role: 'line',
      cells: { step: text(step.step === 'village' ? joint('joint.steps.village') : joint(`joint.steps.${step.step}`, { tier: step.tier ?? '' })), reached: figure(step, step.reached), bound: figure(step, step.bound), gap: share(gapBp(step.gap)) },
    })),
    notes: [joint('joint.steps.note')],
  })
}

/** The joint optimum as it was reckoned: what each village gets, what the shared money pays, and how far each step is from what none can exceed. */
export function optimumSheets(input: OptimumInput): SheetDocument[] {
  const { optimum } = regencyTexts(input.paper.language)
  const title = [optimum.title, fill(regencyTexts(input.paper.language).recap.of, { region: input.paper.region.toUpperCase(), year: input.paper.fiscalYear })]
  return [villageSheet(input, title), fundSheet(input, title), stepSheet(input, title)]
}
