import { useQueryClient } from '@tanstack/react-query'
import { rupiah } from '#shared/i18n/format.ts'
import { useApi } from '../ui/api.tsx'
import { errorText } from '../ui/error-text.ts'
import { useTranslator } from '../ui/language.tsx'
import { useNotices } from '../ui/notices.tsx'
import { saveFile } from '../ui/save-file.ts'
import { refetchAfter } from '../ui/refetch.ts'

/** What the palette can do besides going somewhere: long work says that it began, and what came of it. */
export function useActions() {
  const translator = useTranslator()
  const { t, language } = translator
  const api = useApi()
  const queries = useQueryClient()
  const show = useNotices((state) => state.show)
  const dismiss = useNotices((state) => state.dismiss)
  const guarded = (work: () => Promise<void>) => void work().catch((error: unknown) => show({ text: errorText(error, translator), alarm: true }))
  /** Work that may take its time: says so, with the way to stop it. */
  const stoppable = (begins: string, work: (signal: AbortSignal) => Promise<void>) => {
    const controller = new AbortController()
    const begun = show({ text: begins, alarm: false, action: { label: t('frame.palette.stop'), run: () => controller.abort() } })
    void work(controller.signal).finally(() => dismiss(begun)).catch((error: unknown) => show(controller.signal.aborted ? { text: t('frame.palette.stopped'), alarm: false } : { text: errorText(error, translator), alarm: true }))
  }
  return {
    allocate: () => stoppable(t('frame.palette.allocating'), async (signal) => {
      // as the plan was divided last: it is not for a shortcut to choose another way
      const divided = await queries.fetchQuery(api.allocation.division.queryOptions({ input: {} }))
      for await (const event of await api.allocation.run.call(divided ? { strategy: divided.strategy } : {}, { signal })) {
        if (event.event !== 'done') continue
        const possible = event.report.status === 'optimal' || event.report.status === 'feasible'
        await refetchAfter(queries, ['allocation', 'run'])
        const { funded, gap } = await queries.fetchQuery(api.plan.summary.queryOptions({ input: {} }))
        const done = event.changed === 0 ? 'frame.palette.upToDate' : 'frame.palette.allocated'
        show({ text: possible ? t(done, { funded: rupiah(funded, language), gap: rupiah(gap, language) }) : t('frame.palette.infeasible'), alarm: !possible })
      }
    }),
    backUp: () => guarded(async () => {
      await api.backup.make.call({})
      await refetchAfter(queries, ['backup', 'make'])
      show({ text: t('backups.made'), alarm: false })
    }),
    download: () => stoppable(t('frame.palette.exporting'), async (signal) => {
      const file = await api.document.export.call({ document: 'workbook', language }, { signal })
      signal.throwIfAborted()
      const kept = await saveFile(file)
      if (kept === 'failed') show({ text: t('papers.notWritten', { name: file.name }), alarm: true })
      if (kept === 'no') show({ text: t('papers.stopped', { count: 0 }), alarm: false })
    }),
    add: (key: string, name: string) => guarded(async () => {
      const added = await api.plan.addActivity.call({ key })
      await refetchAfter(queries, ['plan', 'addActivity'])
      show({ text: t('frame.palette.added', { activity: name }), alarm: false })
      location.hash = `#/anggaran/${encodeURIComponent(added.lines[0]?.id ?? added.activity)}`
    }),
  }
}
