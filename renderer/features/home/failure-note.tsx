import { ORPCError } from '@orpc/client'
import type { WorkspaceItem } from '#shared/contract/home.ts'
import type { MessageValues } from '#shared/i18n/index.ts'
import { number } from '#shared/i18n/format.ts'
import { useApi } from '../../ui/api.tsx'
import { errorText } from '../../ui/error-text.ts'
import { useTranslator } from '../../ui/language.tsx'
import { useNotices } from '../../ui/notices.tsx'
import type { Opening } from './use-opening.ts'

/** A refusal of the window itself, before the core was asked. */
export class Refusal extends Error {
  readonly values: MessageValues
  constructor(code: 'too_big' | 'not_rembuk', values: MessageValues) {
    super(code)
    this.values = values
  }
}

function dataOf(error: unknown): Readonly<Record<string, unknown>> {
  return error instanceof ORPCError && typeof error.data === 'object' && error.data !== null ? (error.data as Record<string, unknown>) : {}
}

/** A path's last part: what people call the file. */
function fileName(file: unknown): string {
  return typeof file === 'string' ? (file.split(/[/\\]/).at(-1) ?? '') : ''
}

interface FailureNoteProps {
  readonly at: string
  readonly opening: Opening
  /** The file that could not be opened, where it is one of the list. */
  readonly item?: Pick<WorkspaceItem, 'id' | 'name'>
}

/** Says where it arose why something could not be opened, and offers the ways out that there are. */
export function FailureNote({ at, opening, item }: FailureNoteProps) {
  const translator = useTranslator()
  const { t, find, language } = translator
  const api = useApi()
  const show = useNotices((state) => state.show)
  const { failure } = opening
  if (failure?.at !== at) return null
  const { error } = failure
  const code = error instanceof ORPCError ? error.code : ''
  const data = dataOf(error)
  // An id that no file has comes back as it was asked for.
  const unknown = code === 'workspace_not_found' && data['file'] === at
  const key = code === 'workspace_damaged' && data['backup'] === null ? 'workspace_damaged_alone' : unknown ? 'workspace_unknown' : code
  const text = error instanceof Refusal ? find(`home.failure.${error.message}`, error.values) : find(`home.failure.${key}`, { file: item?.name ?? fileName(data['file']) })

  const restore = (file: string) => opening.run(at, async () => {
    const opened = await api.home.openBackup.call({ id: file })
    show({ text: t('home.notice.restored', { from: opened.from ?? '', name: opened.name }), alarm: false })
    return opened
  })
  const salvage = (file: string) => opening.run(at, async () => {
    const { whole, rows, lost, from, ...opened } = await api.home.salvage.call({ id: file })
    const words = { from: from ?? '', name: opened.name, rows: number(rows, language), lost: number(lost ?? 0, language) }
    show({ text: t(whole ? 'home.notice.salvagedWhole' : lost === null ? 'home.notice.salvagedUnknown' : 'home.notice.salvaged', words), alarm: !whole })
    return opened
  })
  const look = (file: string) => opening.run(at, () => api.home.open.call({ id: file, readOnly: true }))
  const readable = code === 'workspace_read_only' || (code === 'workspace_newer' && data['readable'] === true)

  return (
    <div className="failure" role="alert">
      <p><span aria-hidden="true">▲ </span>{text ?? errorText(error, translator)}</p>
      {code === 'workspace_damaged' && typeof data['detail'] === 'string' && data['detail'] !== '' && <p className="fine reference">{t('home.failure.detail', { detail: data['detail'] })}</p>}
      {item !== undefined && (
        <div className="row">
          {code === 'workspace_damaged' && data['backup'] !== null && <button type="button" className="primary" onClick={() => void restore(item.id)}>{t('home.failure.backup')}</button>}
          {code === 'workspace_damaged' && <button type="button" onClick={() => void salvage(item.id)}>{t('home.failure.salvage')}</button>}
          {readable && <button type="button" onClick={() => void look(item.id)}>{t('home.failure.readOnly')}</button>}
        </div>
      )}
    </div>
  )
}
