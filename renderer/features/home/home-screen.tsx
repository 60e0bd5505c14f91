import './home.css'
import { useQuery } from '@tanstack/react-query'
import { useEffect, useRef } from 'react'
import { useApi } from '../../ui/api.tsx'
import { BrandMark } from '../../ui/brand-mark.tsx'
import { Failure } from '../../ui/failure.tsx'
import { LanguageSwitch } from '../../ui/language-switch.tsx'
import { useTranslator } from '../../ui/language.tsx'
import { useNotices } from '../../ui/notices.tsx'
import { goTo, hrefOf, useRoute } from '../../ui/route.ts'
import { useFilesDrop } from '../../ui/use-files-drop.ts'
import { Refusal } from './failure-note.tsx'
import { FileList } from './file-list.tsx'
import { NewWorkspace } from './new-workspace.tsx'
import { QuickStart } from './quick-start.tsx'
import { Samples } from './samples.tsx'
import { useOpening } from './use-opening.ts'

/** What the browser host takes in one call. */
const MAX_COPY_BYTES = 64 * 1024 * 1024

/** The first screen: the doors to a plan, five numbers, and the files that are there. Its address may name a file to open; `handed` was dropped elsewhere in the window, and is brought in once: `taken` tells so. */
export function HomeScreen({ handed, taken }: { readonly handed?: File | undefined; taken?(): void }) {
  const { t } = useTranslator()
  const api = useApi()
  const route = useRoute()
  const opening = useOpening()
  const show = useNotices((state) => state.show)
  const current = useQuery(api.home.current.queryOptions({ input: {} }))
  const list = useQuery(api.home.list.queryOptions({ input: {} }))
  const defaults = useQuery(api.home.defaults.queryOptions({ input: {} }))
  const folder = list.data?.folder ?? 'Rembuk'
  const tellCopy = <T extends { readonly from: string | null; readonly name: string }>(opened: T): T => {
    if (opened.from !== null) show({ text: t('home.notice.copied', { from: opened.from, name: opened.name, folder }), alarm: false })
    return opened
  }

  const open = (id: string) => void opening.run(id, async () => tellCopy(await api.home.open.call({ id })))
  const bring = (file: File) => {
    if (!/\.rembuk$/i.test(file.name)) opening.fail('drop', new Refusal('not_rembuk', { name: file.name }))
    else if (file.size > MAX_COPY_BYTES - 4096) opening.fail('drop', new Refusal('too_big', { name: file.name, limit: MAX_COPY_BYTES / 1024 / 1024 }))
    else void opening.run('drop', async () => tellCopy(await api.home.bring.call({ file })))
  }
  const close = () => void opening.run('close', async () => {
    await api.home.close.call({})
    show({ text: t('home.notice.closed'), alarm: false })
    return undefined
  })
  const held = useFilesDrop(([file]) => { if (file) bring(file) }, 'window')

  // A file that the system handed over (a double-click, a dialog) is named by the address; it is opened once, and then the address says where we are.
  const asked = useRef('')
  useEffect(() => {
    const before = asked.current
    asked.current = route.place
    if (route.screen !== 'berkas' || route.place === '' || before === route.place) return
    goTo('berkas')
    open(route.place)
  })
  const lastHanded = useRef<File>(undefined)
  useEffect(() => {
    if (!handed || lastHanded.current === handed) return
    lastHanded.current = handed
    taken?.()
    bring(handed)
  })
  useEffect(() => {
    document.title = `${t('window.brand')}: ${t('home.title')}`
  }, [t])

  if (list.error ?? current.error) return <Failure error={list.error ?? current.error} again={() => void Promise.all([list.refetch(), current.refetch()])} />
  return (
    <div className={held ? 'home held' : 'home'}>
      <header className="home-top">
        <div className="brand-line"><BrandMark /> <h1>{t('window.brand')}</h1></div>
        <p className="soft">{t('home.lead')}</p>
        <nav aria-label={t('home.title')}>
          {current.data && <a href={hrefOf('')}>{t('home.back', { name: current.data.name.replace(/\.rembuk$/, '') })}</a>}
          {current.data && <button type="button" className="plain" onClick={close}>{t('home.close')}</button>}
          <LanguageSwitch />
        </nav>
      </header>
      <main className="home-main" id="isi" tabIndex={-1}>
        <div className="begin">
          <div className="doors" role="group" aria-label={t('home.doors.label')}>
            <Samples opening={opening} />
            <NewWorkspace level="village" defaultYear={defaults.data?.years.desa} opening={opening} />
            <NewWorkspace level="regency" defaultYear={defaults.data?.years.regency} opening={opening} />
          </div>
          <QuickStart defaultYears={defaults.data?.years} defaultHelp={defaults.data?.helpPerMonth} opening={opening} />
          <p className="fine soft needs">{t('home.needs')}</p>
        </div>
        <FileList folder={folder} workspaces={list.data?.workspaces} opening={opening} open={open} bring={bring} />
      </main>
      {held && <p className="drop-now" role="status">{t('home.files.dropNow')}</p>}
    </div>
  )
}
