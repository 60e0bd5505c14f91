import { sourcesFor } from '#shared/catalogue/sources.ts'
import { eligibilityMatrix } from '#shared/domain/eligibility.ts'
import type { PlanKind } from '#shared/domain/plan.ts'
import { useTranslator } from '../../ui/language.tsx'

const SIGNS = { usual: '✓', condition: '○', not_done: '✕', not_said: '?' } as const
const TONES = { usual: 'good', condition: 'attention', not_done: 'soft', not_said: 'soft' } as const
/** What only a village pays for: nothing of it in a kelurahan or a regency. */
const VILLAGE_ROWS: ReadonlySet<string> = new Set(['officials', 'blt', 'office'])

/** Which source usually pays what (practice, not law), for the sources that a plan of this kind may hold. */
export function Matrix({ kind }: { readonly kind: PlanKind }) {
  const { t } = useTranslator()
  const used = new Set(sourcesFor(kind).map((entry) => entry.column))
  const cells = eligibilityMatrix().filter((cell) => used.has(cell.column) && (kind === 'desa' || !VILLAGE_ROWS.has(cell.row)))
  const rows = [...new Set(cells.map((cell) => cell.row))]
  const columns = [...new Set(cells.map((cell) => cell.column))]
  return (
    <>
      <p className="nothing fine soft">{t('sources.matrix.about')} {t('sources.matrix.confidence')}</p>
      <table className="ledger matrix" aria-labelledby="matrix-part">
        <thead>
          <tr>
            <th scope="col" className="name">{t('sources.matrix.row')}</th>
            {columns.map((column) => <th scope="col" key={column}>{t(`sources.matrix.columns.${column}`)}</th>)}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row}>
              <th scope="row" className="name">{t(`terms.fundingRows.${row}`)}</th>
              {columns.map((column) => {
                const cell = cells.find((one) => one.row === row && one.column === column)
                return (
                  <td key={column} className={cell && TONES[cell.mark]}>
                    {cell && <><span aria-hidden="true">{SIGNS[cell.mark]}</span> {t(`terms.marks.${cell.mark}`)}</>}
                    {cell?.note && cell.note !== 'not_usual' && cell.note !== 'not_said' && <span className="fine soft">{t(`terms.eligibilityNotes.${cell.note}`)}</span>}
                  </td>
                )
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </>
  )
}
