import type { ByNameChild } from '#shared/domain/by-name.ts'
import type { Sql } from '../statements.ts'

/** By-name rows of a series. They stay here: what leaves a workspace is counts. */
export function createChildRepository(sql: Sql) {
  return {
    addAll(seriesId: string, children: readonly ByNameChild[]): void {
      const addChild = sql(`INSERT INTO child (series_id, identity, nik, name, sex, born_on, parent, village, posyandu, counted_on)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`)
      const addMeasurement = sql(`INSERT INTO measurement (child_id, measured_on, weight_grams, length_mm, method, hfa_z, wfa_z, wfh_z,
        hfa_status, wfa_status, wfh_status, gain) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`)
      for (const child of children) {
        const { lastInsertRowid } = addChild.run(seriesId, child.key, child.nik, child.name, child.sex, child.bornOn, child.parent, child.village, child.posyandu, child.countedOn)
        for (const m of child.measurements) {
          addMeasurement.run(lastInsertRowid, m.measuredOn, m.weightG, m.heightMm, m.method, m.z.hfa, m.z.wfa, m.z.wfh, m.status.hfa, m.status.wfa, m.status.wfh, m.gain)
        }
      }
    },

    count(seriesId: string): number {
      return sql('SELECT count(*) FROM child WHERE series_id = ?').pluck().get(seriesId) as number
    },
  }
}
