import { useQuery } from '@tanstack/react-query'
import { type ToggleEvent, useId, useState } from 'react'
import type { PlanSummary } from '#shared/contract/plan.ts'
import { useApi } from './api.tsx'
import { useTranslator } from './language.tsx'
import { placeUnder } from './popover.ts'
import { useCommand } from './use-command.ts'

/** The open plan in the top bar: opens to the file's plans, and to declaring this one complete. */
export function FramePlan({ plan }: { readonly plan: PlanSummary['plan'] }) {
  const { t } = useTranslator()
  const id = useId()
  const [open, setOpen] = useState(false)
  const name = plan.name.includes(String(plan.fiscalYear)) ? plan.name : `${plan.name} · ${t('window.top.year', { year: plan.fiscalYear })}`
  const text = `${name} · ${t(plan.complete ? 'frame.plan.isComplete' : 'frame.plan.isDraft')}`
  const toggled = (event: ToggleEvent<HTMLDivElement>) => {
    setOpen(event.newState === 'open')
    if (event.newState === 'open') placeUnder(event.currentTarget, document.getElementById(`${id}-button`))
  }
  return (
    <>
      <button type="button" className="pick" id={`${id}-button`} popoverTarget={id} aria-expanded={open}>
        <span>{t('window.top.plan')}</span>
        <span title={text}>{text} <i aria-hidden="true">▾</i></span>
      </button>
      <div popover="auto" id={id} className="pop plans" onToggle={toggled} onBeforeToggle={(event) => event.newState === 'open' && placeUnder(event.currentTarget, document.getElementById(`${id}-button`))}>
        {open && <Plans plan={plan} close={() => document.getElementById(id)?.hidePopover()} />}
      </div>
    </>
  )
}

function Plans({ plan, close }: { readonly plan: PlanSummary['plan']; close(): void }) {
  const { t } = useTranslator()
  const api = useApi()
  const plans = useQuery(api.plan.list.queryOptions({ input: {} }))
  const openPlan = useCommand(['plan', 'open'], api.plan.open.call)
  const complete = useCommand(['plan', 'setComplete'], api.plan.setComplete.call)
  return (
    <>
      <h2>{t('frame.plan.choose')}</h2>
      <ul>
        {(plans.data ?? []).map((one) => (
          <li key={one.id}>
            <button type="button" className="choice" aria-current={one.id === plan.id ? 'true' : undefined} onClick={() => { if (one.id !== plan.id) openPlan.mutate({ planId: one.id }); close() }}>
              <span>{one.name}</span>
              <span className="fine soft">{t(one.complete ? 'frame.plan.isComplete' : 'frame.plan.isDraft')}{one.id === plan.id && `, ${t('frame.plan.current')}`}</span>
            </button>
          </li>
        ))}
      </ul>
      <footer>
        <button type="button" onClick={() => { complete.mutate({ planId: plan.id, complete: !plan.complete }); close() }}>{t(plan.complete ? 'frame.plan.incomplete' : 'frame.plan.complete')}</button>
        <span className="fine soft">{t('frame.plan.completeHint')}</span>
      </footer>
    </>
  )
}
