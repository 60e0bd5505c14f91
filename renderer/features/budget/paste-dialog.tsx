import { NOTHING, number, rupiah } from '#shared/i18n/format.ts'
import { Dialog } from '../../ui/dialog.tsx'
import { useTranslator } from '../../ui/language.tsx'
import { useColumnName } from './announcer.tsx'
import { cellText, NAME_COLUMN } from './cells.ts'
import { gridState } from './store.ts'
import type { PastePreview } from './use-commit.ts'

interface PasteDialogProps {
  readonly preview: PastePreview
  accept(): void
  close(): void
}

const SHOWN = 200

interface PartProps {
  readonly title: string
  readonly heads: readonly [string, string, string]
  readonly rows: readonly { readonly key: string; readonly cells: readonly [string, string, string] }[]
  readonly alarm?: boolean
}

/** One kind of outcome, cell by cell. */
function Part({ title, heads, rows, alarm = false }: PartProps) {
  const { t, language } = useTranslator()
  if (rows.length === 0) return null
  return (
    <>
      <table className="plain-table">
        <caption className={alarm ? 'alarm' : undefined}>{title}</caption>
        <thead><tr>{heads.map((head) => <th scope="col" key={head}>{head}</th>)}</tr></thead>
        <tbody>
          {rows.slice(0, SHOWN).map(({ key, cells: [name, middle, last] }) => <tr key={key}><td>{name}</td><td>{middle}</td><td className={alarm ? 'alarm' : undefined}>{last}</td></tr>)}
        </tbody>
      </table>
      {rows.length > SHOWN && <p className="soft">{t('budget.paste.more', { count: number(rows.length - SHOWN, language) })}</p>}
    </>
  )
}

/** What a paste or a fill would do, cell by cell, before anything is changed: money that would go, what it leaves out and why, what it would fill. */
export function PasteDialog({ preview, accept, close }: PasteDialogProps) {
  const { t, language } = useTranslator()
  const columnName = useColumnName()
  const { rows, columns } = gridState()
  const { way, taken, untaken, unchanged } = preview
  const inside = untaken.filter(({ row, col }) => rows[row] !== undefined && columns[col] !== undefined)
  const outside = untaken.length - inside.length
  const emptied = taken.filter((cell) => cell.empties)
  const filled = taken.filter((cell) => !cell.empties)
  const name = (row: number, col: number) => {
    const at = rows[row]
    const place = at && cellText(at, NAME_COLUMN, language, (tier) => t('budget.tier', { tier }))
    return [place, columnName(columns[col])].filter(Boolean).join(', ')
  }
  const changes = (cells: PastePreview['taken']) => cells.map(({ place: { row, col }, before, text, empties }) => (
    { key: `${row}/${col}`, cells: [name(row, col), before || NOTHING, empties ? NOTHING : text] as const }))
  const lost = emptied.reduce((sum, { place: { row, col } }) => sum + (rows[row]?.figures.bySource[columns[col]?.source?.label ?? ''] ?? 0), 0)
  const change = [t('budget.paste.cell'), t('budget.paste.now'), t('budget.paste.becomes')] as const
  const counts = { accepted: number(filled.length, language), refused: number(untaken.length, language) }
  const accepted = { count: counts.accepted, emptied: number(emptied.length, language) }
  const title = t(`budget.paste.${way}.${untaken.length === 0 ? 'empties' : taken.length === 0 ? 'none' : 'some'}`)
  return (
    <Dialog title={title} className="budget-dialog wide" close={close}>
      <p>
        {t(filled.length === 0 && untaken.length === 0 ? 'budget.paste.nothingYet' : untaken.length === 0 ? 'budget.paste.ok' : taken.length === 0 ? 'budget.paste.textNone' : 'budget.paste.text', counts)}
        {unchanged > 0 && way === 'pasted' && ` ${t('budget.paste.unchanged', { count: number(unchanged, language) })}`}
      </p>
      {outside > 0 && <p className="alarm">{t('budget.paste.outside', { count: outside, shown: number(outside, language) })}</p>}
      {untaken.some(({ foreign }) => foreign) && <p className="attention"><span aria-hidden="true">● </span>{t('budget.paste.foreign')}</p>}
      <div className="scroll-box" tabIndex={0} role="region" aria-label={title}>
        <Part title={t('budget.paste.emptied', { count: accepted.emptied, sum: rupiah(lost, language) })} heads={change} rows={changes(emptied)} alarm />
        <Part
          title={t('budget.paste.refusedTitle')} heads={[t('budget.paste.cell'), t(`budget.paste.${way}.text`), t('budget.paste.why')]} alarm
          rows={inside.map((cell) => ({ key: `${cell.row}/${cell.col}`, cells: [name(cell.row, cell.col), cell.text, cell.reason] }))}
        />
        <Part title={t('budget.paste.filledTitle')} heads={change} rows={changes(filled)} />
      </div>
      <footer>
        <button type="button" onClick={close}>{t(taken.length === 0 ? 'budget.paste.close' : 'budget.paste.cancel')}</button>
        {taken.length > 0 && (
          <button type="button" className="primary" onClick={accept}>
            {t(emptied.length === 0 ? 'budget.paste.accept' : filled.length === 0 ? 'budget.paste.acceptOnlyEmpty' : 'budget.paste.acceptEmpty', accepted)}
          </button>
        )}
      </footer>
    </Dialog>
  )
}
