import type { SubmissionHead } from '#shared/domain/submissions.ts'
import type { Sql } from '../statements.ts'

const HEAD = 's.sha256, s.village, s.fiscal_year AS fiscalYear, s.revision, s.made_at AS madeAt, s.signer AS key, s.received_at AS receivedAt'

/** A village whose only files could not be taken. */
export interface RefusedRow {
  readonly village: string
  readonly code: string
  readonly file: string
  readonly refusedAt: string
}

const CORRECTED = ['price', 'regency_code', 'count'] as const
export type Corrected = (typeof CORRECTED)[number]

/** What the regency corrected in a village's plan. `subject` is the line, activity or group; `was` what the village said then. */
export interface CorrectionRow {
  readonly village: string
  readonly what: Corrected
  readonly subject: string
  readonly label: string
  readonly value: string
  readonly was: string | null
  readonly why: string
  readonly madeAt: string
}

/** `keep` puts a package's content where submissions find it. */
export function createSubmissionRepository(sql: Sql, keep: (sha256: string, content: string, facts: string) => void) {
  return {
    /** A record that the office keeps to itself, by its key after `office/`. */
    office(key: string): string | undefined {
      return sql('SELECT value FROM setting WHERE key = ?').pluck().get(`office/${key}`) as string | undefined
    },

    /** Every package of a year that was taken in. */
    heads(fiscalYear: number): SubmissionHead[] {
      return sql(`SELECT ${HEAD} FROM submission s WHERE s.fiscal_year = ? ORDER BY s.village, s.sha256`).all(fiscalYear) as SubmissionHead[]
    },

    ofVillage(fiscalYear: number, village: string): SubmissionHead[] {
      return sql(`SELECT ${HEAD} FROM submission s WHERE s.fiscal_year = ? AND s.village = ?`).all(fiscalYear, village) as SubmissionHead[]
    },

    years(): number[] {
      return sql('SELECT DISTINCT fiscal_year FROM submission ORDER BY fiscal_year').pluck().all() as number[]
    },

    /** Facts of packages as JSON, by their sums. */
    facts(sums: readonly string[]): ReadonlyMap<string, string> {
      const rows = sql('SELECT sha256, facts FROM package_file WHERE sha256 IN (SELECT value FROM json_each(?))').all(JSON.stringify(sums)) as { sha256: string; facts: string }[]
      return new Map(rows.map((row) => [row.sha256, row.facts]))
    },

    /** The bytes of a package. */
    content(sha256: string): Uint8Array | undefined {
      const content = sql('SELECT content FROM package_file WHERE sha256 = ?').pluck().get(sha256) as string | undefined
      return content === undefined ? undefined : Buffer.from(content, 'base64')
    },

    add(head: SubmissionHead, bytes: Uint8Array, facts: string): void {
      keep(head.sha256, Buffer.from(bytes).toString('base64'), facts)
      sql('INSERT INTO submission (sha256, village, fiscal_year, revision, made_at, signer, received_at) VALUES (?, ?, ?, ?, ?, ?, ?) ON CONFLICT (sha256) DO NOTHING')
        .run(head.sha256, head.village, head.fiscalYear, head.revision, head.madeAt, head.key, head.receivedAt)
      sql('DELETE FROM refused_submission WHERE village = ? AND fiscal_year = ?').run(head.village, head.fiscalYear)
    },

    /** Takes a village's packages of a year out. @returns how many */
    remove(fiscalYear: number, village: string): number {
      return sql('DELETE FROM submission WHERE fiscal_year = ? AND village = ?').run(fiscalYear, village).changes
    },

    refused(fiscalYear: number): RefusedRow[] {
      return sql('SELECT village, code, file, refused_at AS refusedAt FROM refused_submission WHERE fiscal_year = ? ORDER BY village').all(fiscalYear) as RefusedRow[]
    },

    /** Remembers a refusal of a village that has sent nothing else; of several the same one stays, whichever came first. */
    refuse(fiscalYear: number, row: RefusedRow): void {
      sql(`INSERT INTO refused_submission (village, fiscal_year, code, file, refused_at)
           SELECT @village, @fiscalYear, @code, @file, @refusedAt WHERE NOT EXISTS (SELECT 1 FROM submission WHERE village = @village AND fiscal_year = @fiscalYear)
           ON CONFLICT (village, fiscal_year) DO UPDATE SET code = excluded.code, file = excluded.file, refused_at = excluded.refused_at
           WHERE (excluded.code, excluded.file) > (code, file)`).run({ ...row, fiscalYear })
    },

    corrections(fiscalYear: number): CorrectionRow[] {
      return sql('SELECT village, what, subject, label, value, was, why, made_at AS madeAt FROM correction WHERE fiscal_year = ? ORDER BY village, what, subject').all(fiscalYear) as CorrectionRow[]
    },

    saveCorrection(fiscalYear: number, row: CorrectionRow): void {
      sql(`INSERT INTO correction (village, fiscal_year, what, subject, label, value, was, why, made_at) VALUES (@village, @fiscalYear, @what, @subject, @label, @value, @was, @why, @madeAt)
           ON CONFLICT (village, fiscal_year, what, subject) DO UPDATE SET label = excluded.label, value = excluded.value, was = excluded.was, why = excluded.why, made_at = excluded.made_at`)
        .run({ ...row, fiscalYear })
    },

    removeCorrection(fiscalYear: number, village: string, what: Corrected, subject: string): boolean {
      return sql('DELETE FROM correction WHERE fiscal_year = ? AND village = ? AND what = ? AND subject = ?').run(fiscalYear, village, what, subject).changes > 0
    },
  }
}
