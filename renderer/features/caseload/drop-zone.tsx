import { type DragEvent, type ReactNode, useState } from 'react'
import { useTranslator } from '../../ui/language.tsx'
import { useNotices } from '../../ui/notices.tsx'

/** Takes a data file that is dropped anywhere on the screen; a workspace file is left to the frame. */
export function DropZone({ take, children }: { take(file: File): void; readonly children: ReactNode }) {
  const { t } = useTranslator()
  const show = useNotices((state) => state.show)
  const [depth, setDepth] = useState(0)
  const holdsFiles = (event: DragEvent) => event.dataTransfer.types.includes('Files')
  const drop = (event: DragEvent) => {
    setDepth(0)
    const [file, ...others] = event.dataTransfer.files
    if (!file || /\.rembuk$/i.test(file.name)) return
    event.preventDefault()
    event.stopPropagation()
    if (others.length > 0) show({ text: t('caseload.drop.one', { file: file.name }), alarm: false })
    take(file)
  }
  return (
    <div
      className="drop-zone"
      onDragEnter={(event) => { if (holdsFiles(event)) setDepth(depth + 1) }}
      onDragLeave={() => setDepth(Math.max(0, depth - 1))}
      onDragOver={(event) => { if (holdsFiles(event)) event.preventDefault() }}
      onDrop={drop}
    >
      {children}
      {depth > 0 && <div className="dropping"><strong>{t('caseload.drop.here')}</strong><span>{t('caseload.drop.note')}</span></div>}
    </div>
  )
}
