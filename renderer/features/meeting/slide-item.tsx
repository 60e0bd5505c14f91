import { useEffect, useMemo } from 'react'
import type { AgendaItem } from '#shared/domain/meeting.ts'
import { findingText } from '#shared/i18n/finding-text.ts'
import { beforeFamilies } from '#shared/domain/meeting.ts'
import { number } from '#shared/i18n/format.ts'
import { unitWord } from '#shared/i18n/units.ts'
import { questionText } from '#shared/i18n/meeting-text.ts'
import { errorText } from '../../ui/error-text.ts'
import { useTranslator } from '../../ui/language.tsx'
import { HelpDial } from './dial.tsx'
import { EffectTable } from './effect-table.tsx'
import { MoneyBars } from './money-bars.tsx'
import { Options } from './options.tsx'
import { besideTexts, spokenChoice } from './spoken.ts'
import { useMeetingStore } from './store.ts'
import type { MeetingChoiceInput, MeetingEffectView, MeetingItemView, MeetingView } from './types.ts'
import { useAhead, usePreview } from './use-preview.ts'

/** What is being tried about the point in sight, and whether it can be agreed on. */
export interface Trying {
  readonly choice: MeetingChoiceInput
  readonly ready: boolean
  readonly says: string
}

/** What a point begins with: what was agreed, else the plan as it stands. */
function firstChoice({ kind, choice, dial }: MeetingItemView): MeetingChoiceInput {
  if (choice) return choice
  if (kind === 'help' && dial) return { what: 'help', line: dial.line, price: null, units: dial.units.now }
  if (kind === 'plan') return { what: 'plan', scenario: null, name: '' }
  return kind === 'breach' ? { what: 'breach', repair: true } : { what: 'words' }
}

/** One point of the agenda: the question, what can be turned, and what that does. */
export function SlideItem({ item, meeting, trying }: { readonly item: MeetingItemView; readonly meeting: MeetingView; trying(now: Trying): void }) {
  const translator = useTranslator()
  const { t, language } = translator
  const draft = useMeetingStore((state) => state.drafts[item.id])
  const keep = useMeetingStore((state) => state.draft)
  const choice = useMemo(() => draft ?? firstChoice(item), [draft, item])
  const open = meeting.finishedAt === null
  const taken = item.outcome === 'agreed' && JSON.stringify(choice) === JSON.stringify(item.choice)
  const asks = open && !taken && !item.gone && choice.what !== 'words'
  const preview = usePreview(item, choice, asks)
  useAhead(item, open && !item.gone)
  const answer = asks ? preview.data : undefined
  const effect: MeetingEffectView | null = taken ? item.effect : (answer?.effect ?? null)
  const busy = asks && preview.busy
  const possible = !asks || answer?.status === 'possible' || answer?.status === 'same'
  const ready = open && !busy && possible && !(item.gone && item.kind !== 'breach' && item.kind !== 'question')
  const says = spokenChoice(item, choice, asks && !possible ? null : effect, translator)
  useEffect(() => trying({ choice, ready, says }), [trying, choice, ready, says])
  const said = taken || says === '' ? says : t('meeting.chart.trying', { what: says })
  const pictured = [questionText(item as AgendaItem, translator), said].filter((part) => part !== '').join(' ')
  const beside = besideTexts(item, meeting, translator)
  const { finding } = item.words
  return (
    <section className={effect || asks ? 'slide' : 'slide plain'}>
      <div className="asked">
        <h1>{questionText(item as AgendaItem, translator)}</h1>
        <Mark item={item} />
      </div>
      <div className="turned">
        {item.kind === 'breach' && finding && <p className="soft">{beforeFamilies(findingText(finding, language).fix)}</p>}
        {item.gone && <p className="attention">{t(item.kind === 'breach' ? 'meeting.stage.put' : 'meeting.stage.gone')}</p>}
        {choice.what === 'help' && item.dial && <HelpDial item={item} dial={item.dial} choice={choice} effect={busy ? null : effect} disabled={!open} change={(next) => keep(item.id, next)} />}
        {(choice.what === 'plan' || (choice.what === 'breach' && !item.gone)) && <Options item={item} choice={choice} disabled={!open || taken} change={(next) => keep(item.id, next)} />}
        {item.kind === 'question' && <p className="soft">{t('meeting.stage.wordsHint')}</p>}
        {asks && !busy && answer?.status === 'impossible' && <p className="alarm" role="alert">▲ {t('meeting.stage.impossible')}</p>}
        {asks && !busy && answer?.status === 'stopped' && <p className="attention">▲ {t('meeting.stage.stopped')}</p>}
        {asks && !busy && answer?.status === 'beyond' && choice.what === 'help' && item.dial && (
          <p className="attention" role="alert">▲ {t('meeting.stage.beyond', { units: number(answer.effect.own?.units ?? 0, language), unit: unitWord(item.dial.units.unit, language, answer.effect.own?.units ?? 0) })}{' '}
            <button type="button" onClick={() => keep(item.id, { ...choice, units: answer.effect.own?.units ?? 0 })}>{t('meeting.stage.useThat', { units: number(answer.effect.own?.units ?? 0, language), unit: unitWord(item.dial.units.unit, language, answer.effect.own?.units ?? 0) })}</button>
          </p>
        )}
        {asks && !busy && (answer?.held.length ?? 0) > 0 && <p className="soft">{t('meeting.stage.held', { what: answer?.held.join(', ') ?? '' })}</p>}
        {asks && preview.error !== null && <p className="alarm" role="alert">▲ {errorText(preview.error, translator)}</p>}
        {effect && <MoneyBars title={pictured} sides={[{ name: t('meeting.stage.now'), ...effect.totals.before }, { name: t('meeting.stage.after'), ...effect.totals.after }]} />}
        {beside.length > 0 && <ul className="beside">{beside.map((text) => <li key={text}>{text}</li>)}</ul>}
      </div>
      {effect && <EffectTable effect={effect} item={item} busy={busy} />}
      {!effect && busy && <p role="status" className="effects soft" aria-busy="true">{t('meeting.stage.reckoning')}</p>}
    </section>
  )
}

/** How the point stands: agreed or deferred, by how many, and whether others thought otherwise. */
function Mark({ item: { outcome, votes, proposer, opinions, note, choice } }: { readonly item: MeetingItemView }) {
  const { t } = useTranslator()
  if (outcome === null && opinions.length === 0) return null
  const parts = [
    ...(outcome === 'agreed' ? [votes === null ? t('meeting.record.consensus') : t('meeting.record.votes', votes)] : []), ...(proposer === '' ? [] : [t('meeting.record.proposer', { who: proposer })]),
    ...(opinions.length > 0 ? [t('meeting.stage.opinions', { count: opinions.length })] : []), ...(choice?.what === 'words' && note !== '' ? [note] : []),
  ]
  return (
    <p className="stands">
      {outcome !== null && <strong className={outcome === 'agreed' ? 'good' : 'attention'}><span aria-hidden="true">{outcome === 'agreed' ? '✓' : '◷'}</span> {t(`meeting.outcome.${outcome}`)}</strong>}
      {parts.length > 0 && <span className="soft">{parts.join(' · ')}</span>}
    </p>
  )
}
