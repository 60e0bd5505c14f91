import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { date } from '#shared/i18n/format.ts'
import { useApi } from './api.tsx'
import { useTranslator } from './language.tsx'
import { localDay } from './local-day.ts'
import { useNotices } from './notices.tsx'
import { saveFile } from './save-file.ts'

/** Characters of a file's name: what is on the wall can be a long sentence. */
const LONGEST = 120

/** Everything under the head of the section that the button stands in. */
function underHead(button: Element): Element[] {
  return [...(button.closest('header')?.parentElement?.children ?? [])].filter((part) => part.tagName !== 'HEADER')
}

interface ChartPngButtonProps {
  /** Over the picture and in its file's name: never the name of a person. */
  readonly title: string
  /** What the figures are of; the plan where it is left out. */
  readonly of?: string | undefined
  /** What is drawn, one under the other; otherwise what stands under the head that the button is in. */
  parts?(button: Element): readonly Element[]
}

/** Saves a chart as a PNG with its title and source. */
export function ChartPngButton({ title, of, parts: partsOf = underHead }: ChartPngButtonProps) {
  const { t, language } = useTranslator()
  const api = useApi()
  const show = useNotices((state) => state.show)
  const [busy, setBusy] = useState(false)
  const { data } = useQuery(api.plan.summary.queryOptions({ input: {}, enabled: of === undefined }))
  const name = of ?? data?.plan.name
  const save = async (button: Element) => {
    if (name === undefined) return
    setBusy(true)
    try {
      // only who saves a picture needs what draws it
      const { chartPng } = await import('./chart-png.ts')
      // what stands there now: it may have been drawn anew meanwhile
      const picture = await chartPng(partsOf(button), { title, source: t('papers.chart.source', { plan: name, date: date(localDay(), language) }) })
      saveFile(new File([picture], `${`${name} ${title}`.slice(0, LONGEST).replaceAll(/[\\/:*?"<>|]/g, '-')}.png`, { type: 'image/png' }))
    } catch {
      show({ alarm: true, text: t('papers.chart.failed', { title }) })
    } finally {
      setBusy(false)
    }
  }
  return (
    <button type="button" className="plain fine chart-png" disabled={busy || name === undefined} aria-label={t('papers.chart.save', { title })} title={t('papers.chart.save', { title })} onClick={(event) => void save(event.currentTarget)}>
      {t('papers.chart.png')}
    </button>
  )
}
