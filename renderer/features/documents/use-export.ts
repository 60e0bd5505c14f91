import { useRef, useState } from 'react'
import { flushSync } from 'react-dom'
import { announceDownloads, printPdf } from '../../client.ts'
import { useApi } from '../../ui/api.tsx'
import { errorText } from '../../ui/error-text.ts'
import { useExported } from '../../ui/exported.ts'
import { useTranslator } from '../../ui/language.tsx'
import { useNotices } from '../../ui/notices.tsx'
import { saveFile } from '../../ui/save-file.ts'
import type { Choice, DocumentName, PreviewSheet } from './types.ts'

export interface Exporting {
  readonly document: DocumentName
  readonly done: number
  readonly total: number
}

interface Plan {
  readonly id: string
  readonly name: string
  readonly need: number
  readonly funded: number
}

/** Writes documents one after the other and hands each to the download; says how far it is, can be stopped, and says in words how it ended. */
export function useExport(plan: Plan, choice: Choice) {
  const api = useApi()
  const translator = useTranslator()
  const { t } = translator
  const show = useNotices((state) => state.show)
  const remember = useExported((state) => state.remember)
  const [exporting, setExporting] = useState<Exporting>()
  const stopping = useRef<AbortController>(undefined)

  async function run(documents: readonly DocumentName[], format: 'xlsx' | 'csv'): Promise<void> {
    const controller = new AbortController()
    stopping.current = controller
    let done = 0
    if (!(await announceDownloads(documents.length))) return void show({ alarm: false, text: t('papers.stopped', { count: 0 }) })
    try {
      for (const document of documents) {
        setExporting({ document, done, total: documents.length })
        const file = await api.document.export.call({ document, format, ...choice }, { signal: controller.signal })
        controller.signal.throwIfAborted()
        const kept = await saveFile(file)
        if (kept === 'failed') return void show({ alarm: true, text: t('papers.notWritten', { name: file.name }) })
        if (kept === 'no') return void show({ alarm: false, text: t('papers.stopped', { count: done }) })
        done += 1
      }
      // papers of a version say nothing of whether those of the plan as it stands are out
      if (choice.version === undefined) remember(plan.id, { at: new Date().toISOString(), need: plan.need, funded: plan.funded })
      const [only] = documents
      show({ alarm: false, text: documents.length === 1 && only ? t('papers.exported', { name: t(`papers.names.${only}`) }) : t('papers.exportedAll', { count: done }) })
    } catch (error) {
      show(controller.signal.aborted ? { alarm: false, text: t('papers.stopped', { count: done }) } : { alarm: true, text: errorText(error, translator) })
    } finally {
      setExporting(undefined)
    }
  }

  /**
   * The pages of these documents in one PDF, each sheet once: `show` puts them in sight, as one prints what is in sight, and is called with
   * nothing when they are printed.
   */
  async function pdfAll(documents: readonly DocumentName[], inSight: (sheets: readonly PreviewSheet[] | undefined) => void): Promise<void> {
    const controller = new AbortController()
    stopping.current = controller
    const sheets = new Map<string, PreviewSheet>()
    try {
      for (const [done, document] of documents.entries()) {
        setExporting({ document, done, total: documents.length })
        for (const sheet of await api.document.preview.call({ document, ...choice }, { signal: controller.signal })) if (!sheets.has(sheet.key)) sheets.set(sheet.key, sheet)
        controller.signal.throwIfAborted()
      }
      setExporting(undefined)
      // What is printed must be drawn before.
      flushSync(() => inSight([...sheets.values()]))
      if (await printPdf(`${plan.name} ${t('papers.pdfAllDone').toLowerCase()}`)) show({ alarm: false, text: t('papers.exported', { name: t('papers.pdfAllDone') }) })
    } catch (error) {
      show(controller.signal.aborted ? { alarm: false, text: t('papers.stopped', { count: 0 }) } : { alarm: true, text: errorText(error, translator) })
    } finally {
      setExporting(undefined)
      inSight(undefined)
    }
  }

  /** The pages in sight as a PDF; what becomes of the browser's own print dialog, only its user knows. */
  async function pdf(document: DocumentName): Promise<void> {
    if (!(await printPdf(`${plan.name} ${document}`))) return
    if (choice.version === undefined) remember(plan.id, { at: new Date().toISOString(), need: plan.need, funded: plan.funded })
    show({ alarm: false, text: t('papers.exported', { name: t(`papers.names.${document}`) }) })
  }

  return { exporting, run, pdf, pdfAll, stop: () => stopping.current?.abort() }
}
