import { number } from '#shared/i18n/format.ts'
import { Dialog } from '../../ui/dialog.tsx'
import { useTranslator } from '../../ui/language.tsx'
import { useColumnName } from './announcer.tsx'
import { cellText } from './cells.ts'
import { gridState } from './store.ts'
import type { PastePreview } from './use-commit.ts'

interface PasteDialogProps {
  readonly preview: PastePreview
  accept(): void
  close(): void
}

const SHOWN = 200

/** What a paste would leave out, cell by cell with the reason, before anything is changed. */
export function PasteDialog({ preview, accept, close }: PasteDialogProps) {
  const { t, language } = useTranslator()
  const columnName = useColumnName()
  const { rows, columns } = gridState()
  const { taken, untaken, unchanged } = preview
  const name = (row: number, col: number) => {
    const at = rows[row]
    const place = at && cellText(at, { key: 'name', kind: 'name', track: '', least: 0 }, language, (tier) => t('budget.tier', { tier }))
    return [place, columnName(columns[col])].filter(Boolean).join(', ')
  }
  return (
    <Dialog title={t('budget.paste.title')} className="budget-dialog wide" close={close}>
      <p>
        {t('budget.paste.text', { accepted: number(taken.length, language), refused: number(untaken.length, language) })}
        {unchanged > 0 && ` ${t('budget.paste.unchanged', { count: number(unchanged, language) })}`}
      </p>
      <div className="scroll-box" tabIndex={0} role="region" aria-label={t('budget.paste.title')}>
        <table className="plain-table">
          <thead>
            <tr><th scope="col">{t('budget.paste.cell')}</th><th scope="col">{t('budget.paste.typed')}</th><th scope="col">{t('budget.paste.why')}</th></tr>
          </thead>
          <tbody>
            {untaken.slice(0, SHOWN).map((cell) => (
              <tr key={`${cell.row}/${cell.col}`}><td>{name(cell.row, cell.col)}</td><td>{cell.text}</td><td className="alarm">{cell.reason}</td></tr>
            ))}
          </tbody>
        </table>
        {untaken.length > SHOWN && <p className="soft">{t('budget.paste.more', { count: number(untaken.length - SHOWN, language) })}</p>}
      </div>
      <footer>
        <button type="button" onClick={close}>{t('budget.paste.cancel')}</button>
        {taken.length > 0 && <button type="button" className="primary" onClick={accept}>{t('budget.paste.accept', { count: number(taken.length, language) })}</button>}
      </footer>
    </Dialog>
  )
}
