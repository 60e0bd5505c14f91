import { carryOf, type Context, frame, section, signatoriesOf } from './input.ts'
import type { Part } from './parts.ts'
import { rkpdSheet } from './rkpd.ts'
import { type Cell, type Column, type HeaderCell, type Row, type SheetDocument, text } from './sheet.ts'
import { fill } from './texts.ts'

const left = (key: string, share: number): Column => ({ key, share, align: 'left' })
const center = (key: string, share: number): Column => ({ key, share, align: 'center' })
const right = (key: string, share: number): Column => ({ key, share, align: 'right' })

const COLUMNS: readonly Column[] = [
  center('urusan', 7), center('bidang', 8), center('program', 8), center('kegiatan', 11), center('sub', 11), left('name', 56), left('ofProgramme', 20), left('ofOutput', 28), left('ofResult', 20), left('location', 20),
  center('programme', 16), center('output', 20), center('result', 16), right('ceiling', 24), left('source', 22), left('note', 24), center('forwardTarget', 20), right('forward', 24),
]

/** `1.02.02.2.02.0015` stands in five cells: urusan, bidang urusan, program, kegiatan (its level with it), sub kegiatan. */
function codeCells(code: string): Record<string, Cell> {
  const [urusan = '', bidang = '', program = '', level = '', kegiatan = '', sub = ''] = code.split('.')
  const parts = { urusan, bidang, program, kegiatan: kegiatan === '' ? '' : `${level}.${kegiatan}`, sub }
  return Object.fromEntries(Object.entries(parts).filter(([, part]) => part !== '').map(([key, part]) => [key, text(part, { align: 'center' })]))
}

const KEPT = ['name', 'location', 'ceiling', 'source', 'forwardTarget', 'forward'] as const

function oldRow(row: Row): Row {
  const { code, indicator, target, beneficiaries } = row.cells
  return {
    ...row,
    cells: {
      ...(code?.kind === 'text' ? codeCells(code.text) : {}), ...Object.fromEntries(KEPT.flatMap((key) => (row.cells[key] ? [[key, row.cells[key]]] : []))),
      ...(indicator ? { ofOutput: indicator } : {}), ...(target ? { output: target } : {}), ...(beneficiaries ? { note: beneficiaries } : {}),
    },
  }
}

function header({ t, plan }: Context): HeaderCell[][] {
  const words = t.forms.rkpdOld
  const tall = (column: string, content: string): HeaderCell => ({ text: content, column, columns: 1, rows: 3 })
  const cell = (column: string, content: string, columns: number, rows = 1): HeaderCell => ({ text: content, column, columns, rows })
  return [
    [
      cell('urusan', words.code, 5, 3), tall('name', words.name), cell('ofProgramme', words.indicator, 3), cell('location', fill(words.plan, { year: plan.fiscalYear }), 6), tall('note', words.note),
      cell('forwardTarget', fill(words.forward, { year: plan.fiscalYear + 1 }), 2),
    ],
    [
      cell('ofProgramme', words.ofProgramme, 1, 2), cell('ofOutput', words.ofOutput, 1, 2), cell('ofResult', words.ofResult, 1, 2), cell('location', words.location, 1, 2), cell('programme', words.target, 3),
      cell('ceiling', t.rkpd.ceiling, 1, 2), cell('source', t.rkpd.source, 1, 2), cell('forwardTarget', words.target, 1, 2), cell('forward', t.rkpd.ceiling, 1, 2),
    ],
    [cell('programme', words.programme, 1), cell('output', words.output, 1), cell('result', words.result, 1)],
  ]
}

/**
 * The older layout of RKPD and Renja (domain §3.1, Permendagri 86/2017 style): the rows and sums of the 17 columns under the older headings, the code in five
 * cells. What a plan does not hold, outcomes of programmes and results of activities, is left to be filled in.
 */
export function rkpdOldSheet(context: Context, parts: readonly Part[]): SheetDocument {
  const { t } = context
  const base = rkpdSheet(context, parts)
  const [table] = base.sections
  return frame(context, 'rkpdOld', {
    title: t.titles.rkpd, columns: COLUMNS, textSize: 7,
    sections: [section({
      key: 'rkpd-old', facts: table?.facts ?? [], header: header(context), numbering: COLUMNS.map((_, index) => String(index + 1)), rows: (table?.rows ?? []).map(oldRow),
      carry: carryOf(context, 'name', ['ceiling', 'forward']), notes: [...(table?.notes ?? []), t.forms.rkpdOld.layout], signatories: signatoriesOf(context, 'rkpdOld'),
    })],
  })
}
