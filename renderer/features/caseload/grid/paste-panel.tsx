import { Dialog } from '../../../ui/dialog.tsx'
import { useTranslator } from '../../../ui/language.tsx'
import { cellName } from './count-cell.ts'
import type { Typing } from './use-typing.ts'

const SHOWN = 100

/** A block of which something cannot be used: what and why, and the choice to write the rest. */
export function PastePanel({ typing }: { readonly typing: Typing }) {
  const translator = useTranslator()
  const { t } = translator
  const { block } = typing
  if (!block) return null
  const usable = block.cells.length - block.refused.length
  return (
    <Dialog className="caseload-dialog" title={t(block.erasing ? 'caseload.paste.eraseTitle' : 'caseload.paste.title')} close={typing.dismiss}>
      <p>{t('caseload.paste.text', { count: block.refused.length, cells: block.cells.length })}</p>
      <ul className="refused">
        {block.refused.slice(0, SHOWN).map(({ pasted: { cell, value }, code }, index) => (
          // oxlint-disable-next-line react/no-array-index-key -- the list never changes while it is shown, and two cells outside of the table can be equal
          <li key={index}><strong>{cell ? cellName(cell, translator) : '–'}</strong> {t(`caseload.refusal.${code}`, { value })}</li>
        ))}
      </ul>
      {block.refused.length > SHOWN && <p className="soft fine">…</p>}
      <div className="buttons">
        <button type="button" onClick={typing.dismiss}>{t('caseload.actions.cancel')}</button>
        {usable > 0 && <button type="button" className="primary" data-focus onClick={() => void typing.pasteRest()}>{t('caseload.paste.rest', { count: usable })}</button>}
      </div>
    </Dialog>
  )
}
