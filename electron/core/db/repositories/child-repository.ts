import type { ByNameChild } from '#shared/domain/by-name.ts'
import type { Sql } from '../statements.ts'

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

    count(seriesId: string): number {
      return sql('SELECT count(*) FROM child c JOIN caseload_series s ON s.batch_id = c.batch_id WHERE s.id = ?').pluck().get(seriesId) as number
    },
  }
}
