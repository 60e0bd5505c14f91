import { type ReactNode, useEffect, useEffectEvent, useState } from 'react'
import { useTranslator } from '../../ui/language.tsx'
import { useNotices } from '../../ui/notices.tsx'

const holdsFiles = (event: DragEvent): boolean => event.dataTransfer?.types.includes('Files') ?? false

/** Takes a data file that is dropped anywhere on the window while the screen is open; a workspace file belongs to the first screen. */
export function DropZone({ take, children }: { take(file: File): void; readonly children: ReactNode }) {
  const { t } = useTranslator()
  const show = useNotices((state) => state.show)
  const [over, setOver] = useState(false)
  const drop = useEffectEvent((event: DragEvent) => {
    if (!holdsFiles(event)) return
    // Otherwise the browser leaves the page for the file.
    event.preventDefault()
    setOver(false)
    const [file, ...others] = event.dataTransfer?.files ?? []
    if (!file) return
    if (/\.rembuk(\.gz)?$/i.test(file.name)) {
      show({ text: t('caseload.drop.workspace', { file: file.name }), alarm: false })
      return
    }
    if (others.length > 0) show({ text: t('caseload.drop.one', { file: file.name }), alarm: false })
    take(file)
  })
  useEffect(() => {
    const onOver = (event: DragEvent) => {
      if (!holdsFiles(event)) return
      event.preventDefault()
      setOver(true)
    }
    // The pointer leaves the window: what it goes to next is nothing of ours.
    const onLeave = (event: DragEvent) => { if (event.relatedTarget === null) setOver(false) }
    const onDrop = (event: DragEvent) => drop(event)
    window.addEventListener('dragover', onOver)
    window.addEventListener('dragleave', onLeave)
    window.addEventListener('drop', onDrop)
    return () => {
      window.removeEventListener('dragover', onOver)
      window.removeEventListener('dragleave', onLeave)
      window.removeEventListener('drop', onDrop)
    }
  }, [])
  return (
    <div className="caseload-root">
      {children}
      {over && <div className="dropping"><strong>{t('caseload.drop.here')}</strong><span>{t('caseload.drop.note')}</span></div>}
    </div>
  )
}
