import { useQueries } from '@tanstack/react-query'
import { ORPCError } from '@orpc/client'
import { useEffect } from 'react'
import type { Language } from '#shared/i18n/index.ts'
import { monthAndYear } from '#shared/i18n/format.ts'
import { useApi } from '../../ui/api.tsx'
import { Failure } from '../../ui/failure.tsx'
import { Frame } from '../../ui/frame.tsx'
import { useTranslator } from '../../ui/language.tsx'
import { Message } from '../../ui/message.tsx'
import './overview.css'
import { BudgetTable } from './budget-table.tsx'
import { Notes } from './notes.tsx'
import { Strip } from './strip.tsx'

/** The workspace's current plan on one screen: the strip, the budget, the notes. */
export function OverviewPage() {
  const { t, language } = useTranslator()
  const api = useApi()
  const [info, series, summary, lines, sources] = useQueries({
    queries: [
      api.workspace.info.queryOptions({ input: {} }),
      api.caseload.list.queryOptions({ input: {} }),
      api.plan.summary.queryOptions({ input: {} }),
      api.plan.lines.queryOptions({ input: {} }),
      api.plan.sources.queryOptions({ input: {} }),
    ],
  })
  const all = [info, series, summary, lines, sources]
  const planName = summary.data?.plan.name ?? info.data?.regionName
  useEffect(() => {
    document.title = planName ? t('window.title', { plan: planName }) : t('window.brand')
  }, [planName, t])

  const failed = all.find((query) => query.error)
  if (failed?.error instanceof ORPCError && failed.error.code === 'plan_missing') {
    return <Frame workspace={info.data}><Message title={t('window.states.empty')} text={t('window.states.emptyHint')} /></Frame>
  }
  if (failed) {
    const again = () => all.forEach((query) => void query.refetch())
    return <Frame workspace={info.data}><Failure error={failed.error} again={again} /></Frame>
  }
  if (!info.data || !series.data || !summary.data || !lines.data || !sources.data) {
    return <Frame workspace={info.data}><Message title={t('window.states.loading')} /></Frame>
  }

  const { plan, findings } = summary.data
  const followed = series.data.find((candidate) => candidate.name === plan.series.child)
  const activities = new Set(lines.data.map((line) => line.activityId)).size
  return (
    <Frame
      workspace={info.data}
      picks={[
        { label: t('window.top.plan'), value: plan.name.includes(String(plan.fiscalYear)) ? plan.name : `${plan.name} · ${t('window.top.year', { year: plan.fiscalYear })}` },
        { label: t('window.top.series'), value: followed ? seriesName(followed, language) : t('window.top.noSeries') },
        { label: t('window.top.scenario'), value: t('window.top.basePlan') },
      ]}
      notes={findings.length}
      strip={<Strip summary={summary.data} />}
    >
      <div className="work">
        {/* Focusable, so that a wide table can be scrolled with the arrow keys too. */}
        <section className="scroll" id="anggaran" aria-labelledby="budget-title" tabIndex={0}>
          <header className="tools">
            <h1 id="budget-title">{t('window.budget.title')}</h1>
            <span className="soft fine">{t('window.budget.about', { activities, sources: sources.data.length })}</span>
          </header>
          <BudgetTable lines={lines.data} sources={sources.data} />
        </section>
        <Notes findings={findings} />
      </div>
    </Frame>
  )
}

/** A series by its name, with the month where the name does not say it. */
function seriesName({ name, measuredOn }: { readonly name: string; readonly measuredOn: string }, language: Language): string {
  return name.includes(measuredOn.slice(0, 4)) ? name : `${name} · ${monthAndYear(measuredOn, language)}`
}
