import { useRef, useState } from 'react'
import type { AllocationReport } from '#shared/contract/allocation.ts'
import type { PlanLine } from '#shared/contract/plan.ts'
import type { Strategy } from '#shared/domain/allocation.ts'
import { useApi } from '../../ui/api.tsx'
import { errorText } from '../../ui/error-text.ts'
import { Dialog } from '../../ui/dialog.tsx'
import { DivisionNote, useDivision } from '../../ui/division-note.tsx'
import { useTranslator } from '../../ui/language.tsx'
import { useNotices } from '../../ui/notices.tsx'
import { useCommand } from '../../ui/use-command.ts'
import { Conditions } from './conditions.tsx'
import type { Send } from './panel-line-fields.tsx'
import { Proposal } from './proposal.tsx'
import type { Source } from './types.ts'

interface AllocateDialogProps {
  readonly lines: readonly PlanLine[]
  readonly sources: readonly Source[]
  readonly send: Send
  undo(): void
  close(): void
}

const STRATEGIES = ['tiered', 'children'] as const satisfies readonly Strategy[]

/** Divides the money: choose how, see the proposal beside what stands now, then adopt or discard it. Nothing changes before that. */
export function AllocateDialog({ lines, sources, send, undo, close }: AllocateDialogProps) {
  const translator = useTranslator()
  const { t } = translator
  const api = useApi()
  const show = useNotices((state) => state.show)
  const divided = useDivision()
  const [chosen, setStrategy] = useState<Strategy | null>(null)
  const strategy = chosen ?? divided?.strategy ?? 'tiered'
  const [open, setOpen] = useState(false)
  const [running, setRunning] = useState(false)
  const [report, setReport] = useState<AllocationReport | 'stopped' | null>(null)
  const [upToDate, setUpToDate] = useState(false)
  const stopping = useRef<AbortController>(null)
  const adopt = useCommand(['allocation', 'adopt'], () => api.allocation.adopt.call({}))

  const compute = async () => {
    const controller = new AbortController()
    stopping.current = controller
    setRunning(true)
    setOpen(false)
    setReport(null)
    try {
      for await (const event of await api.allocation.propose.call({ strategy }, { signal: controller.signal })) {
        if (event.event !== 'done') continue
        setReport(event.report)
        setUpToDate(event.same)
      }
    } catch (error) {
      if (controller.signal.aborted) setReport('stopped')
      else show({ text: errorText(error, translator), alarm: true })
    }
    setRunning(false)
  }
  const leave = () => {
    stopping.current?.abort()
    close()
  }
  const take = async () => {
    const done = await adopt.mutateAsync().then(() => true, () => false)
    if (!done) return
    show({ text: t('budget.done.adopted'), alarm: false, topic: 'step', action: { label: t('budget.done.undo'), run: undo } })
    close()
  }
  const usable = report !== null && report !== 'stopped' && (report.status === 'optimal' || report.status === 'feasible')
  return (
    <Dialog title={t('budget.allocate.title')} className="budget-dialog wide" close={leave}>
      <fieldset className="choices" disabled={running}>
        <legend>{t('budget.allocate.strategy')}</legend>
        {STRATEGIES.map((each) => (
          <label key={each}>
            <input type="radio" name="strategy" value={each} checked={strategy === each} onChange={() => { setStrategy(each); setReport(null) }} />
            <span><strong>{t(`budget.allocate.${each}`)}</strong> <span className="soft">{t(`budget.allocate.${each}Text`)}</span></span>
          </label>
        ))}
      </fieldset>
      <p className="soft fine">{t('budget.allocate.order')} {t('budget.allocate.locks')}</p>
      <DivisionNote lines={lines} anew />
      <Conditions lines={lines} sources={sources} send={send} open={open} setOpen={setOpen} changed={() => { stopping.current?.abort(); setReport(null) }} />
      <div role="status" className="outcome">
        {running && <p><progress aria-label={t('budget.allocate.computing')} /> {t('budget.allocate.computing')}</p>}
        {report === 'stopped' && <p><strong>{t('budget.allocate.stopped')}</strong>. {t('budget.allocate.stoppedText')}</p>}
        {report !== null && report !== 'stopped' && <Proposal report={report} same={upToDate} lines={lines} again={() => void compute()} />}
      </div>
      <footer>
        {running ? <button type="button" onClick={() => stopping.current?.abort()}>{t('budget.allocate.stop')}</button>
          : <button type="button" onClick={leave}>{t(usable && !upToDate ? 'budget.allocate.discard' : 'budget.allocate.close')}</button>}
        {!usable && <button type="button" className="primary" disabled={running} onClick={() => void compute()}>{t('budget.allocate.compute')}</button>}
        {usable && !upToDate && <button type="button" className="primary" disabled={adopt.isPending} onClick={() => void take()}>{t('budget.allocate.adopt')}</button>}
      </footer>
    </Dialog>
  )
}
