import { useQueries, useQuery } from '@tanstack/react-query'
import { useEffect } from 'react'
import { useApi } from '../ui/api.tsx'
import { Failure } from '../ui/failure.tsx'
import { Frame } from '../ui/frame.tsx'
import { useTranslator } from '../ui/language.tsx'
import { Message } from '../ui/message.tsx'
import { useRoute } from '../ui/route.ts'
import { Planless } from './planless.tsx'
import { screensOf } from './screens.ts'
import { Workbench } from './workbench.tsx'

/** The open plan, once it is known; before that, and where it cannot be had, words in its place. */
export function Shell() {
  const { t } = useTranslator()
  const api = useApi()
  const route = useRoute()
  const [info, series] = useQueries({ queries: [api.workspace.info.queryOptions({ input: {} }), api.caseload.list.queryOptions({ input: {} })] })
  // A file without a plan is no failure, so nothing is asked of its plan.
  const planned = (info.data?.plans ?? 0) > 0
  const summary = useQuery({ ...api.plan.summary.queryOptions({ input: {} }), enabled: planned })
  const planName = (planned ? summary.data?.plan.name : undefined) ?? info.data?.regionName
  useEffect(() => {
    document.title = planName ? t('window.title', { plan: planName }) : t('window.brand')
  }, [planName, t])

  const screens = screensOf(summary.data?.plan.kind ?? info.data?.kind ?? 'desa')
  const screen = screens.find(({ path }) => path === route.screen) ?? screens[0]
  if (info.data && !planned) return <Planless info={info.data} />
  const failed = [info, series, summary].find((query) => query.error)
  if (failed) {
    const again = () => [info, series, summary].forEach((query) => void query.refetch())
    return <Frame workspace={info.data}><Failure error={failed.error} again={again} /></Frame>
  }
  if (!info.data || !series.data || !summary.data || !screen) {
    return <Frame workspace={info.data}><Message title={t('window.states.loading')} /></Frame>
  }
  return <Workbench info={info.data} series={series.data} summary={summary.data} screen={screen} />
}
