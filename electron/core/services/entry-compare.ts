import type { z } from 'zod'
import type { EntryComparisonView, entryContract } from '#shared/contract/entry.ts'
import { contentOf, entryTarget } from '#shared/domain/entry.ts'
import { compareEntry, type EntryDifference, type FiledRow, villageIn } from '#shared/domain/entry-compare.ts'
import { sum } from '#shared/domain/money.ts'
import type { Table } from '#shared/sheets/read/cell.ts'
import { readSiskeudes, type SiskeudesTable } from '#shared/sheets/read/siskeudes.ts'
import { AppError } from '../app-error.ts'
import type { Session } from '../session.ts'
import { readArchiveTables } from '../workbook/read-file.ts'
import { entryOf } from './entry.ts'
import { planView } from './plan-view.ts'

type Input = z.output<Extract<(typeof entryContract)['compare']['~orpc']['inputSchema'], z.ZodType>>

const TABLE = 'Ta_RABRinci'

/** Rows of the plan's own village. An export of one village is compared whatever its code is, and says where it is another one. */
function ofVillage({ rows, villages }: SiskeudesTable, region: string, file: string): { readonly rows: readonly FiledRow[]; readonly otherVillage: boolean } {
  const own = villageIn(villages, region)
  if (villages.length <= 1) return { rows, otherVillage: villages.length === 1 && own === undefined }
  if (own === undefined) throw new AppError('siskeudes_other_village', { file, villages: [...villages], expected: region })
  return { rows: rows.filter(({ village }) => village === own || village === ''), otherVillage: false }
}

function read(tables: readonly Table[], input: Input, year: number, file: string): SiskeudesTable {
  const [rab, activities] = tables
  if (!rab) throw new AppError('siskeudes_table_missing', { file, table: TABLE, found: [] })
  const found = readSiskeudes(rab, activities, input.stage, year)
  if ('missing' in found) throw new AppError('header_not_found', { file, missing: [...found.missing], found: found.found.slice(0, 60), sheet: rab.name, row: 1 })
  if (found.rows.length === 0 && found.otherYears > 0) throw new AppError('siskeudes_other_year', { file, years: [...found.years], expected: year })
  return found
}

/** What was typed into Siskeudes beside the plan; nothing is written. @throws AppError plan_*, file_*, siskeudes_*, header_not_found, document_not_for_kind */
export async function compareSiskeudes(session: Session, input: Input, signal?: AbortSignal): Promise<EntryComparisonView> {
  const view = planView(session, input.planId)
  const { plan } = view
  if (entryTarget(plan.kind) !== 'siskeudes') throw new AppError('document_not_for_kind', { document: 'siskeudes', kind: plan.kind })
  const { name } = input.file
  const tables = await readArchiveTables({ name, bytes: new Uint8Array(await input.file.arrayBuffer()) }, TABLE, ['Ta_Kegiatan'], signal ? { signal } : {})
  const table = read(tables, input, plan.fiscalYear, name)
  const { rows, otherVillage } = ofVillage(table, plan.region, name)
  const groups = entryOf(session, view)
  const { activities, others } = compareEntry(groups, rows)
  const all = activities.flatMap((activity) => activity.rows)
  const count = (state: EntryDifference): number => all.filter((row) => row.state === state).length
  return {
    file: name, table: TABLE, rows: rows.length, stage: input.stage, amended: table.amended, otherYears: table.otherYears, villages: [...table.villages], otherVillage, otherVillageRows: table.rows.length - rows.length, rejected: [...table.rejected],
    activities: activities.map((activity) => ({
      ...activity, differences: activity.rows.filter((row) => row.state !== 'same').length,
      rows: activity.rows.map((row) => ({
        state: row.state, plan: row.plan ? contentOf(row.plan) : null, filed: row.filed ? { ...contentOf(row.filed), row: row.filed.row } : null,
      })),
    })),
    others: [...others],
    differences: { amount: count('amount'), placed: count('placed'), missing_there: count('missing_there'), missing_here: count('missing_here') }, same: count('same'),
    plan: sum(activities.map((activity) => activity.plan)), filed: sum(activities.map((activity) => activity.filed)),
  }
}
