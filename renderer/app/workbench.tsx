import { useQuery } from '@tanstack/react-query'
import { useCallback, useState } from 'react'
import type { z } from 'zod'
import type { seriesSummary } from '#shared/contract/caseload.ts'
import type { PlanSummary } from '#shared/contract/plan.ts'
import { monthAndYear, number } from '#shared/i18n/format.ts'
import type { Language } from '#shared/i18n/index.ts'
import { SettingsDialog } from '../features/settings/settings-dialog.tsx'
import { useApi } from '../ui/api.tsx'
import { Frame } from '../ui/frame.tsx'
import { useHistory, useHistoryKeys } from '../ui/frame-history.tsx'
import { FramePlan } from '../ui/frame-plan.tsx'
import { useTranslator } from '../ui/language.tsx'
import { useNotesPanel } from '../ui/notes-panel.ts'
import { Notes } from '../ui/notes.tsx'
import { useNoteKeys, useNotesWalk } from '../ui/notes-walk.ts'
import { usePreferences } from '../ui/preferences.ts'
import { goTo, hrefOf, useRoute } from '../ui/route.ts'
import { useSettings } from '../ui/settings.ts'
import { Strip } from '../ui/strip.tsx'
import { ScreenCrash } from './crash.tsx'
import { Help } from './help.tsx'
import { Palette } from './palette.tsx'
import type { Command } from './palette-find.ts'
import { RailFoot } from './rail-foot.tsx'
import { placesOf, type Screen, screensOf } from './screens.ts'
import { useActions } from './use-actions.ts'
import { useShellKeys } from './use-shell-keys.ts'

interface WorkbenchProps {
  readonly info: { readonly name: string; readonly regionName: string; readonly sample: boolean }
  readonly series: readonly z.infer<typeof seriesSummary>[]
  readonly summary: PlanSummary
  readonly screen: Screen
}

/** What stands around every screen of the open plan: rail, top bar, strip, notes, commands; and the screen that the address names. */
export function Workbench({ info, series, summary, screen }: WorkbenchProps) {
  const { t, language } = useTranslator()
  const notes = useNotesPanel()
  const [dialog, setDialog] = useState<'settings' | 'search' | 'help' | null>(null)
  const preferences = usePreferences()
  const { settings, set } = useSettings()
  const history = useHistory()
  const actions = useActions()
  const scenarios = useQuery(useApi().scenario.list.queryOptions({ input: {} }))
  const { plan, findings } = summary
  const screens = screensOf(plan.kind)
  useHistoryKeys(history)
  useNoteKeys(findings, notes.show)
  useShellKeys({ search: () => setDialog('search'), help: () => setDialog('help') })
  const close = useCallback(() => setDialog(null), [])
  const closeNotes = () => {
    useNotesWalk.getState().stand(null)
    notes.close()
  }
  const followed = series.find((candidate) => candidate.name === plan.series.child)
  const { place } = useRoute()
  const otherTheme = preferences.theme === 'dark' ? 'light' : 'dark'
  const commands = (): Command[] => [
    ...screens.map(({ path, name }): Command => ({ id: `screen-${path}`, group: 'screens', name: t(name), run: () => goTo(path) })),
    ...placesOf(plan.kind).map(({ path, place, name, also }): Command => ({ id: place, group: 'screens', name: t(name), also, run: () => goTo(path, place) })),
    { id: 'allocate', group: 'actions', name: t('frame.palette.allocate'), also: 'alokasi allocate', run: actions.allocate },
    { id: 'export', group: 'actions', name: t('frame.palette.export'), also: 'ekspor export excel xlsx cetak print', run: actions.download },
    ...(history.undoName === null ? [] : [{ id: 'undo', group: 'actions', name: t('frame.undo', { step: history.undoName }), also: 'undo batal', keys: 'Ctrl+Z', run: history.undo } as const]),
    ...(history.redoName === null ? [] : [{ id: 'redo', group: 'actions', name: t('frame.redo', { step: history.redoName }), also: 'redo ulang', keys: 'Ctrl+Y', run: history.redo } as const]),
    { id: 'notes', group: 'actions', name: t('frame.palette.notes'), also: 'catatan notes', keys: 'F8', run: notes.show },
    ...(plan.kind === 'regency' ? [] : [{ id: 'package', group: 'actions', name: t('submissions.package.open'), also: 'kirim paket send package', run: () => goTo('dokumen', 'kirim') } as const]),
    { id: 'backup', group: 'actions', name: t('backups.make'), also: 'cadangan backup salinan copy', run: actions.backUp },
    { id: 'settings', group: 'actions', name: t('frame.settings'), also: 'pengaturan settings kertas paper', run: () => setDialog('settings') },
    { id: 'theme', group: 'actions', name: t('frame.palette.theme'), also: 'tema theme gelap terang dark light', run: () => preferences.setTheme(otherTheme) },
    { id: 'language', group: 'actions', name: t('frame.palette.language'), also: 'bahasa language english indonesia', run: () => preferences.setLanguage(language === 'id' ? 'en' : 'id') },
    { id: 'help', group: 'actions', name: t('frame.help'), also: 'bantuan help', keys: 'F1', run: () => setDialog('help') },
  ]
  const scenarioPick = scenarios.data && screens.some(({ path }) => path === 'skenario')
    ? [{ label: t('window.top.scenarios'), value: scenarios.data.length === 0 ? t('window.top.noScenario') : number(scenarios.data.length, language), href: hrefOf('skenario') }]
    : []
  const Content = screen.component
  return (
    <Frame
      workspace={info}
      screens={screens.map(({ path, name }) => ({ path, name: t(name), current: path === screen.path }))}
      plan={<FramePlan plan={plan} />}
      picks={[{ label: t('window.top.series'), value: followed ? seriesName(followed, language) : t('window.top.noSeries'), ...(screens.some(({ path }) => path === 'sasaran') ? { href: hrefOf('sasaran') } : {}) }, ...scenarioPick]}
      search={() => setDialog('search')}
      notes={{ count: findings.length, broken: findings.some(({ severity }) => severity === 'error'), open: notes.open, toggle: () => (notes.open ? closeNotes() : notes.show()) }}
      foot={<RailFoot history={history} openSettings={() => setDialog('settings')} openHelp={() => setDialog('help')} />}
      strip={<Strip summary={summary} />}
    >
      <div className={notes.open ? 'stage with-notes' : 'stage'}>
        <ScreenCrash key={screen.path} name={t(screen.name)}><Content /></ScreenCrash>
        {notes.open && <Notes findings={findings} close={closeNotes} />}
      </div>
      {dialog === 'search' && <Palette kind={plan.kind} commands={commands()} close={close} />}
      {dialog === 'help' && <Help about={[`${screen.path}-${place}`, screen.path]} close={close} />}
      {dialog === 'settings' && settings && (
        <SettingsDialog settings={settings} set={set} preferences={preferences} close={close} />
      )}
    </Frame>
  )
}

/** A series by its name, with the month where the name does not say it. */
function seriesName({ name, measuredOn }: { readonly name: string; readonly measuredOn: string }, language: Language): string {
  return name.includes(measuredOn.slice(0, 4)) ? name : `${name} · ${monthAndYear(measuredOn, language)}`
}
