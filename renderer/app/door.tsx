import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { HomeScreen } from '../features/home/home-screen.tsx'
import { useApi } from '../ui/api.tsx'
import { Failure } from '../ui/failure.tsx'
import { Frame } from '../ui/frame.tsx'
import { useTranslator } from '../ui/language.tsx'
import { Message } from '../ui/message.tsx'
import { useNotices } from '../ui/notices.tsx'
import { goTo, useRoute } from '../ui/route.ts'
import { useFilesDrop } from '../ui/use-files-drop.ts'
import { useOtherTabs } from '../ui/workspace-switch.ts'
import { Shell } from './shell.tsx'

/** The first screen while no workspace is open, and where its address asks for it; the plan otherwise. */
export function Door() {
  const { t } = useTranslator()
  const api = useApi()
  const route = useRoute()
  const [handed, setHanded] = useState<File>()
  const hand = (file: File) => {
    setHanded(file)
    goTo('berkas')
  }
  useOtherTabs()
  const current = useQuery(api.home.current.queryOptions({ input: {} }))
  if (current.error) return <Frame><Failure error={current.error} again={() => void current.refetch()} /></Frame>
  if (current.data === undefined) return <Frame><Message title={t('window.states.loading')} /></Frame>
  return current.data === null || route.screen === 'berkas' ? <HomeScreen handed={handed} taken={() => setHanded(undefined)} /> : <><DropWatch hand={hand} /><Shell key={current.data.id} /></>
}

/** A workspace that is dropped on a plan's screen goes to the first screen; what no part of the screen takes is told where it belongs. */
function DropWatch({ hand }: { hand(file: File): void }) {
  const { t } = useTranslator()
  const show = useNotices((state) => state.show)
  useFilesDrop(([file]) => {
    if (!file) return
    if (/\.rembuk$/i.test(file.name)) hand(file)
    else show({ text: t('home.notice.notTaken', { file: file.name }), alarm: false })
  }, 'window')
  return null
}
