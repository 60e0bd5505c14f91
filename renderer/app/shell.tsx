import { ORPCError } from '@orpc/client'
import { useQueries } from '@tanstack/react-query'
import { useEffect } from 'react'
import { monthAndYear } from '#shared/i18n/format.ts'
import type { Language } from '#shared/i18n/index.ts'
import { useApi } from '../ui/api.tsx'
import { Failure } from '../ui/failure.tsx'
import { Frame } from '../ui/frame.tsx'
import { useTranslator } from '../ui/language.tsx'
import { Message } from '../ui/message.tsx'
import { Notes } from '../ui/notes.tsx'
import { useNotesPanel } from '../ui/notes-panel.ts'
import { useRoute } from '../ui/route.ts'
import { Strip } from '../ui/strip.tsx'
import { Crash } from './crash.tsx'
import { SCREENS } from './screens.ts'

/** What stands around every screen of the open plan: rail, top bar, strip, notes; and the screen that the address names. */
export function Shell() {
  const { t, language } = useTranslator()
  const api = useApi()
  const route = useRoute()
  const { open: notesOpen, toggle: toggleNotes, close: closeNotes } = useNotesPanel()
  const [info, series, summary] = useQueries({
    queries: [api.workspace.info.queryOptions({ input: {} }), api.caseload.list.queryOptions({ input: {} }), api.plan.summary.queryOptions({ input: {} })],
  })
  const planName = summary.data?.plan.name ?? info.data?.regionName
  useEffect(() => {
    document.title = planName ? t('window.title', { plan: planName }) : t('window.brand')
  }, [planName, t])

  const screen = SCREENS.find(({ path }) => path === route.screen) ?? SCREENS[0]
  const failed = [info, series, summary].find((query) => query.error)
  if (failed?.error instanceof ORPCError && failed.error.code === 'plan_missing') {
    return <Frame workspace={info.data}><Message title={t('window.states.empty')} text={t('window.states.emptyHint')} /></Frame>
  }
  if (failed) {
    const again = () => [info, series, summary].forEach((query) => void query.refetch())
    return <Frame workspace={info.data}><Failure error={failed.error} again={again} /></Frame>
  }
  if (!info.data || !series.data || !summary.data || !screen) {
    return <Frame workspace={info.data}><Message title={t('window.states.loading')} /></Frame>
  }

  const { plan, findings } = summary.data
  const followed = series.data.find((candidate) => candidate.name === plan.series.child)
  const Content = screen.component
  return (
    <Frame
      workspace={info.data}
      screens={SCREENS.map(({ path, name }) => ({ path, name: t(name), current: path === screen.path }))}
      picks={[
        { label: t('window.top.plan'), value: plan.name.includes(String(plan.fiscalYear)) ? plan.name : `${plan.name} · ${t('window.top.year', { year: plan.fiscalYear })}` },
        { label: t('window.top.series'), value: followed ? seriesName(followed, language) : t('window.top.noSeries') },
      ]}
      notes={{ count: findings.length, open: notesOpen, toggle: toggleNotes }}
      strip={<Strip summary={summary.data} />}
    >
      <div className={notesOpen ? 'stage with-notes' : 'stage'}>
        <Crash key={screen.path}><Content /></Crash>
        {notesOpen && <Notes findings={findings} close={closeNotes} />}
      </div>
    </Frame>
  )
}

/** A series by its name, with the month where the name does not say it. */
function seriesName({ name, measuredOn }: { readonly name: string; readonly measuredOn: string }, language: Language): string {
  return name.includes(measuredOn.slice(0, 4)) ? name : `${name} · ${monthAndYear(measuredOn, language)}`
}
