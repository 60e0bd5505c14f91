import type { ReactNode } from 'react'
import { useTranslator } from '../../ui/language.tsx'
import { useNotices } from '../../ui/notices.tsx'
import { useFilesDrop } from '../../ui/use-files-drop.ts'

/** Takes a data file that is dropped anywhere on the window while the screen is open. */
export function DropZone({ take, children }: { take(file: File): void; readonly children: ReactNode }) {
  const { t } = useTranslator()
  const show = useNotices((state) => state.show)
  const over = useFilesDrop(([file, ...others]) => {
    if (!file) return
    if (others.length > 0) show({ text: t('caseload.drop.one', { file: file.name }), alarm: false })
    take(file)
  })
  return (
    <div className="caseload-root">
      {children}
      {over && <div className="dropping"><strong>{t('caseload.drop.here')}</strong><span>{t('caseload.drop.note')}</span></div>}
    </div>
  )
}
