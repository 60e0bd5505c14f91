import { Dialog } from '../ui/dialog.tsx'
import { useTranslator } from '../ui/language.tsx'

const SHORTCUTS = [['search', 'Ctrl+K'], ['undo', 'Ctrl+Z'], ['redo', 'Ctrl+Y'], ['notes', 'F8, Shift+F8'], ['help', 'F1'], ['close', 'Esc']] as const

/** Help on the screen in sight, and the keys that work everywhere. All of it is in the program. */
export function Help({ screen, close }: { readonly screen: string; close(): void }) {
  const { t, find } = useTranslator()
  const text = (part: 'title' | 'what' | 'how' | 'keys') => find(`help.${screen}.${part}`)
  return (
    <Dialog title={text('title') ?? t('help.any.title')} className="help" close={close}>
      {text('what') && <p>{text('what')}</p>}
      {text('how') && <p>{text('how')}</p>}
      {text('keys') && <p>{text('keys')}</p>}
      <p className="soft">{t('help.any.what')}</p>
      <p className="soft">{t('help.any.how')}</p>
      <table className="ledger">
        <caption>{t('frame.shortcuts.title')}</caption>
        <tbody>
          {SHORTCUTS.map(([key, keys]) => <tr key={key}><th scope="row">{t(`frame.shortcuts.${key}`)}</th><td>{keys.split(', ').map((one) => <kbd key={one}>{one}</kbd>)}</td></tr>)}
        </tbody>
      </table>
    </Dialog>
  )
}
