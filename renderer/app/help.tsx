import { Dialog } from '../ui/dialog.tsx'
import { useTranslator } from '../ui/language.tsx'

const SHORTCUTS = [['search', 'Ctrl+K'], ['undo', 'Ctrl+Z'], ['redo', 'Ctrl+Y'], ['notes', 'F8, Shift+F8'], ['help', 'F1'], ['close', 'Esc']] as const

/** Help on what is in sight (the first of `about` that there is help on), and the keys that work everywhere. All of it is in the program. */
export function Help({ about, close }: { readonly about: readonly string[]; close(): void }) {
  const { t, find } = useTranslator()
  const known = about.find((one) => find(`help.${one}.title`) !== undefined)
  const text = (part: 'title' | 'what' | 'how' | 'keys') => find(`help.${known ?? 'any'}.${part}`)
  return (
    <Dialog title={text('title') ?? t('help.any.title')} className="help" close={close}>
      {text('what') && <p>{text('what')}</p>}
      {text('how') && <p>{text('how')}</p>}
      {text('keys') && <p>{text('keys')}</p>}
      {known !== undefined && <p className="soft">{t('help.any.what')}</p>}
      {known !== undefined && <p className="soft">{t('help.any.how')}</p>}
      <table className="ledger">
        <caption>{t('frame.shortcuts.title')}</caption>
        <tbody>
          {SHORTCUTS.map(([key, keys]) => <tr key={key}><th scope="row">{t(`frame.shortcuts.${key}`)}</th><td>{keys.split(', ').map((one) => <kbd key={one}>{one}</kbd>)}</td></tr>)}
        </tbody>
      </table>
    </Dialog>
  )
}
