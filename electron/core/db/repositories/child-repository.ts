import type { ByNameChild, ByNameMeasurement } from '#shared/domain/by-name.ts'
import type { Gain, Label } from '#shared/domain/child-status.ts'
import type { RoundChild } from '#shared/domain/own-growth.ts'
import type { Sql } from '../statements.ts'
import { MEETS, type StatusFilter } from './child-filter.ts'

/** A child with the measurement that counts; z-scores in hundredths, null where it has none. */
export interface ListedChild {
  readonly id: number
  readonly nik: string | null
  readonly name: string
  readonly sex: 'L' | 'P'
  readonly bornOn: string
  readonly parent: string
  readonly village: string
  readonly posyandu: string
  readonly sourceRow: number
  readonly countedOn: string | null
  readonly heightZ: number | null
  readonly weightZ: number | null
  readonly wastingZ: number | null
  readonly heightLabel: Label | null
  readonly weightLabel: Label | null
  readonly wastingLabel: Label | null
  readonly gained: Gain | null
  readonly weightGrams: number | null
  readonly lengthMm: number | null
  readonly lying: number | null
}

/** What narrows a by-name list; `search` is part of a name or a parent's name, or the beginning of a NIK. */
export interface ChildSearch {
  readonly village?: string | undefined
  readonly posyandu?: string | undefined
  readonly search?: string | undefined
  readonly status: StatusFilter | 'all'
  /** Ids of children, where a search has been narrowed to them already. */
  readonly among?: readonly number[] | undefined
}

const LIST = `SELECT c.id, c.nik, c.name, c.sex, c.born_on AS bornOn, c.parent, c.village, c.posyandu, c.source_row AS sourceRow, c.counted_on AS countedOn,
    m.height_z AS heightZ, m.weight_z AS weightZ, m.wasting_z AS wastingZ, m.height_label AS heightLabel, m.weight_label AS weightLabel,
    m.wasting_label AS wastingLabel, m.gained, m.weight_grams AS weightGrams, m.length_mm AS lengthMm, m.lying`
const CHILDREN = 'FROM child c JOIN caseload_series s ON s.batch_id = c.batch_id'
const COUNTED = 'LEFT JOIN measurement m ON m.child_id = c.id AND m.measured_on = c.counted_on'
const ORDER = 'ORDER BY c.village, c.posyandu, c.source_row, c.id'

/** Conditions of a search with their values, the series first; `counted` where they look at the measurement that counts. */
function conditions(seriesId: string, { village, posyandu, search, status, among }: ChildSearch): { where: string; values: string[]; counted: boolean } {
  const where = ['s.id = ?']
  const values = [seriesId]
  const add = (condition: string, ...given: string[]): void => { where.push(condition); values.push(...given) }
  if (village !== undefined) add('c.village = ?', village)
  if (posyandu !== undefined) add('c.posyandu = ?', posyandu)
  const text = search?.trim() ?? ''
  const part = text.replace(/[\\%_]/g, String.raw`\$&`)
  if (text !== '') add(String.raw`(c.name LIKE ? ESCAPE '\' OR c.parent LIKE ? ESCAPE '\' OR c.nik LIKE ? ESCAPE '\')`, `%${part}%`, `%${part}%`, `${part}%`)
  if (among !== undefined) add('c.id IN (SELECT value FROM json_each(?))', JSON.stringify(among))
  if (status !== 'all') add(MEETS[status])
  return { where: where.join(' AND '), values, counted: status !== 'all' && status !== 'not_measured' }
}

const CHILD = `c.id, c.nik, c.name, c.sex, c.born_on AS bornOn, c.parent, c.village, c.posyandu, c.source_row AS sourceRow, c.counted_on AS countedOn,
  c.also_at AS alsoAt, c.other_birth AS otherBirth`
const MEASUREMENT = `m.measured_on AS measuredOn, m.weight_grams AS weightGrams, m.length_mm AS lengthMm, m.lying, m.height_z AS heightZ, m.weight_z AS weightZ,
  m.wasting_z AS wastingZ, m.height_label AS heightLabel, m.weight_label AS weightLabel, m.wasting_label AS wastingLabel, m.gained`

type Joined = Omit<RoundChild, 'measurements' | 'id'> & { readonly id: number } & Omit<ByNameMeasurement, 'measuredOn' | 'lying'> & { readonly measuredOn: string | null; readonly lying: number | null }

/** Rows of children with their measurements, in order of child, as children. */
function gathered(rows: Iterable<Joined>): RoundChild[] {
  const children: (RoundChild & { measurements: ByNameMeasurement[] })[] = []
  for (const row of rows) {
    let child = children.at(-1)
    if (child?.id !== row.id) {
      const { id, nik, name, sex, bornOn, parent, village, posyandu, sourceRow, countedOn, alsoAt, otherBirth } = row
      children.push((child = { id, nik, name, sex, bornOn, parent, village, posyandu, sourceRow, countedOn, alsoAt, otherBirth, measurements: [] }))
    }
    const { measuredOn, weightGrams, lengthMm, lying, heightZ, weightZ, wastingZ, heightLabel, weightLabel, wastingLabel, gained } = row
    if (measuredOn === null) continue
    child.measurements.push({ measuredOn, weightGrams, lengthMm, lying: lying === null ? null : lying === 1, heightZ, weightZ, wastingZ, heightLabel, weightLabel, wastingLabel, gained })
  }
  return children
}

/** A child with the series that lists it. */
export interface ChildOfSeries {
  readonly series: string
  readonly child: RoundChild
}

/** By-name rows of a series. They stay here: what leaves a workspace is counts. */
export function createChildRepository(sql: Sql) {
  return {
    /** Every name of a child or parent that any list in the file holds. */
    names(): string[] {
      return sql('SELECT name FROM child UNION SELECT parent FROM child').pluck().all() as string[]
    },

    /** Adds the children of a file to a batch that is being filled. */
    addAll(batchId: number, children: readonly ByNameChild[]): void {
      const addChild = sql(`INSERT INTO child (batch_id, nik, name, sex, born_on, parent, village, posyandu, source_row, counted_on, also_at, other_birth)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`)
      const addMeasurement = sql(`INSERT INTO measurement (child_id, measured_on, weight_grams, length_mm, lying, height_z, weight_z, wasting_z,
        height_label, weight_label, wasting_label, gained) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`)
      for (const child of children) {
        const { lastInsertRowid } = addChild.run(batchId, child.nik, child.name, child.sex, child.bornOn, child.parent, child.village, child.posyandu, child.sourceRow, child.countedOn,
          child.alsoAt, child.otherBirth)
        for (const m of child.measurements) {
          addMeasurement.run(lastInsertRowid, m.measuredOn, m.weightGrams, m.lengthMm, m.lying === null ? null : Number(m.lying), m.heightZ, m.weightZ, m.wastingZ,
            m.heightLabel, m.weightLabel, m.wastingLabel, m.gained)
        }
      }
    },

    /** The children of a series, posyandu by posyandu in the order of the file. */
    list(seriesId: string): ListedChild[] {
      return sql(`${LIST} ${CHILDREN} ${COUNTED} WHERE s.id = ? ${ORDER}`).all(seriesId) as ListedChild[]
    },

    /** A page of the children that a search finds, in the order of `list`. */
    page(seriesId: string, search: ChildSearch, { offset, limit }: { readonly offset: number; readonly limit: number }): ListedChild[] {
      const { where, values, counted } = conditions(seriesId, search)
      // Only the page's own rows are joined and read whole.
      const ids = `SELECT c.id ${CHILDREN} ${counted ? COUNTED : ''} WHERE ${where} ${ORDER} LIMIT ? OFFSET ?`
      return sql(`${LIST} FROM child c ${COUNTED} WHERE c.id IN (${ids}) ${ORDER}`).all(...values, limit, offset) as ListedChild[]
    },

    /** Names what a series holds now: another import, or one that is taken back, is another batch. */
    batch(seriesId: string): number | null {
      return (sql('SELECT batch_id FROM caseload_series WHERE id = ?').pluck().get(seriesId) as number | null | undefined) ?? null
    },

    /** How many children a search finds. */
    found(seriesId: string, search: ChildSearch): number {
      const { where, values, counted } = conditions(seriesId, search)
      return sql(`SELECT count(*) ${CHILDREN} ${counted ? COUNTED : ''} WHERE ${where}`).pluck().get(...values) as number
    },

    /** Names of the posyandu of a series, each once, in order. */
    posyandu(seriesId: string): string[] {
      return sql(`SELECT DISTINCT c.posyandu ${CHILDREN} WHERE s.id = ? AND c.posyandu <> '' ORDER BY c.posyandu`).pluck().all(seriesId) as string[]
    },

    /** The children of one series with all their measurements, in the order of the file. Never more than one series stands in memory by it. */
    round(seriesId: string): RoundChild[] {
      return gathered(sql(`SELECT ${CHILD}, ${MEASUREMENT} FROM child c LEFT JOIN measurement m ON m.child_id = c.id
        WHERE c.batch_id = (SELECT batch_id FROM caseload_series WHERE id = ?) ORDER BY c.id, m.measured_on`).iterate(seriesId) as Iterable<Joined>)
    },

    /** One child of a series with its measurements. */
    get(seriesId: string, id: number): RoundChild | undefined {
      return gathered(sql(`SELECT ${CHILD}, ${MEASUREMENT} FROM child c JOIN caseload_series s ON s.batch_id = c.batch_id LEFT JOIN measurement m ON m.child_id = c.id
        WHERE s.id = ? AND c.id = ? ORDER BY m.measured_on`).iterate(seriesId, id) as Iterable<Joined>)[0]
    },

    /** The same child in every series: by NIK, or by its birth date where there is none (the caller compares the names). */
    everywhere({ nik, bornOn }: { readonly nik: string | null; readonly bornOn: string }): ChildOfSeries[] {
      const rows = sql(`SELECT s.id AS series, ${CHILD}, ${MEASUREMENT} FROM child c JOIN caseload_series s ON s.batch_id = c.batch_id
        LEFT JOIN measurement m ON m.child_id = c.id WHERE ${nik === null ? 'c.born_on = ?' : 'c.nik = ?'} ORDER BY c.id, m.measured_on`).all(nik ?? bornOn) as (Joined & { series: string })[]
      const seriesOf = new Map(rows.map((row) => [row.id, row.series]))
      return gathered(rows).map((child) => ({ series: seriesOf.get(child.id ?? 0) ?? '', child }))
    },

    /** Where other series list these NIK: of the given series only. */
    elsewhere(niks: readonly string[], seriesIds: readonly string[]): { nik: string; series: string; village: string; posyandu: string }[] {
      if (niks.length === 0 || seriesIds.length === 0) return []
      return sql(`SELECT c.nik, s.name AS series, c.village, c.posyandu FROM json_each(?) n CROSS JOIN child c ON c.nik = n.value CROSS JOIN caseload_series s ON s.batch_id = c.batch_id
        WHERE s.id IN (SELECT value FROM json_each(?)) ORDER BY s.position, c.id`).all(JSON.stringify(niks), JSON.stringify(seriesIds)) as { nik: string; series: string; village: string; posyandu: string }[]
    },

    count(seriesId: string): number {
      return sql('SELECT count(*) FROM child c JOIN caseload_series s ON s.batch_id = c.batch_id WHERE s.id = ?').pluck().get(seriesId) as number
    },
  }
}
