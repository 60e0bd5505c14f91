import { useTranslator } from '../../ui/language.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { groupName } from './group-name.ts'
import type { Typing } from './use-typing.ts'

/** A pasted block of which something cannot be used: what and why, and the choice to write the rest. */
export function PastePanel({ typing }: { readonly typing: Typing }) {
  const translator = useTranslator()
  const { t } = translator
  const { block } = typing
  if (!block) return null
  const usable = block.cells.length - block.refused.length
  return (
    <Dialog className="caseload-dialog" title={t('caseload.paste.title')} close={typing.dismiss}>
      <p>{t('caseload.paste.text', { count: block.refused.length, cells: block.cells.length })}</p>
      <ul className="refused">
        {block.refused.slice(0, 100).map(({ cell, code }) => (
          <li key={`${cell.series?.id}/${cell.group}/${cell.value}/${code}`}>
            <strong>{cell.group ? groupName(cell.group, translator) : '–'}{cell.series ? `, ${cell.series.name}` : ''}</strong> {t(`caseload.refusal.${code}`, { value: cell.value })}
          </li>
        ))}
      </ul>
      <div className="buttons">
        <button type="button" onClick={typing.dismiss}>{t('caseload.actions.cancel')}</button>
        {usable > 0 && <button type="button" className="primary" onClick={() => void typing.pasteRest()}>{t('caseload.paste.rest', { count: usable })}</button>}
      </div>
    </Dialog>
  )
}
