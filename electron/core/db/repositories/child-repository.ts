import type { ByNameChild } from '#shared/domain/by-name.ts'
import type { Gain, Label } from '#shared/domain/child-status.ts'
import type { Sql } from '../statements.ts'

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
}

/** By-name rows of a series. They stay here: what leaves a workspace is counts. */
export function createChildRepository(sql: Sql) {
  return {
    /** Adds the children of a file to a batch that is being filled. */
    addAll(batchId: number, children: readonly ByNameChild[]): void {
      const addChild = sql(`INSERT INTO child (batch_id, nik, name, sex, born_on, parent, village, posyandu, source_row, counted_on)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`)
      const addMeasurement = sql(`INSERT INTO measurement (child_id, measured_on, weight_grams, length_mm, lying, height_z, weight_z, wasting_z,
        height_label, weight_label, wasting_label, gained) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`)
      for (const child of children) {
        const { lastInsertRowid } = addChild.run(batchId, child.nik, child.name, child.sex, child.bornOn, child.parent, child.village, child.posyandu, child.sourceRow, child.countedOn)
        for (const m of child.measurements) {
          addMeasurement.run(lastInsertRowid, m.measuredOn, m.weightGrams, m.lengthMm, m.lying === null ? null : Number(m.lying), m.heightZ, m.weightZ, m.wastingZ,
            m.heightLabel, m.weightLabel, m.wastingLabel, m.gained)
        }
      }
    },

    /** The children of a series, posyandu by posyandu in the order of the file. */
    list(seriesId: string): ListedChild[] {
      return sql(`SELECT c.id, c.nik, c.name, c.sex, c.born_on AS bornOn, c.parent, c.village, c.posyandu, c.source_row AS sourceRow, c.counted_on AS countedOn,
          m.height_z AS heightZ, m.weight_z AS weightZ, m.wasting_z AS wastingZ, m.height_label AS heightLabel, m.weight_label AS weightLabel,
          m.wasting_label AS wastingLabel, m.gained
        FROM child c JOIN caseload_series s ON s.batch_id = c.batch_id LEFT JOIN measurement m ON m.child_id = c.id AND m.measured_on = c.counted_on
        WHERE s.id = ? ORDER BY c.village, c.posyandu, c.source_row, c.id`).all(seriesId) as ListedChild[]
    },

    count(seriesId: string): number {
      return sql('SELECT count(*) FROM child c JOIN caseload_series s ON s.batch_id = c.batch_id WHERE s.id = ?').pluck().get(seriesId) as number
    },
  }
}
