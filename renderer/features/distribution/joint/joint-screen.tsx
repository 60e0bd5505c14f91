import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { number } from '#shared/i18n/format.ts'
import { useApi } from '../../../ui/api.tsx'
import { errorText } from '../../../ui/error-text.ts'
import { Failure } from '../../../ui/failure.tsx'
import { useTranslator } from '../../../ui/language.tsx'
import { Message } from '../../../ui/message.tsx'
import { useNotices } from '../../../ui/notices.tsx'
import { goTo } from '../../../ui/route.ts'
import { saveFile } from '../../../ui/save-file.ts'
import { useCommand } from '../../../ui/use-command.ts'
import { Views } from '../views.tsx'
import { Answer } from './answer.tsx'
import { Form } from './form.tsx'
import type { Draft, JointStart } from './types.ts'
import { type Running, useRun } from './use-run.ts'

/** Optimum bersama: all villages and the regency's money together, how far the answer is from the best, and what each village gets. */
export function JointScreen() {
  const { t } = useTranslator()
  const api = useApi()
  const start = useQuery(api.joint.start.queryOptions({ input: {} }))
  if (start.error) return <Failure error={start.error} again={() => void start.refetch()} />
  if (!start.data) return <Message title={t('window.states.loading')} />
  if (start.data.received === 0) return <Message title={t('joint.noPlans')} text={t('joint.noPlansText')} action={{ label: t('joint.noPlansAction'), run: () => goTo('kiriman') }} />
  return <Joint start={start.data} />
}

/** What was kept last, else what the regency's own plan leaves of its sources. */
function firstDraft({ kept, funds }: JointStart): Draft {
  const amounts = kept ? kept.terms.funds.map(({ id, amount }) => [id, amount] as const) : funds.filter(({ left }) => left > 0).map(({ id, left }) => [id, left] as const)
  return { strategy: kept?.terms.strategy ?? 'equal', villages: kept?.terms.villages ?? 'all', amounts: Object.fromEntries(amounts) }
}

function Progress({ running }: { readonly running: Running }) {
  const { t, find, language } = useTranslator()
  const { phase, done, total } = running
  const name = find(`joint.phases.${phase}`) ?? t('joint.computing')
  return (
    <p className="nothing" role="status">
      <progress aria-label={t('joint.computing')} {...(done === null || total === null ? {} : { value: done, max: total })} /> {done === null || total === null ? name : t('joint.progress', { phase: name, done: number(done, language), total: number(total, language) })}
    </p>
  )
}

function Joint({ start }: { readonly start: JointStart }) {
  const translator = useTranslator()
  const { t, language } = translator
  const api = useApi()
  const show = useNotices((state) => state.show)
  const [draft, setDraft] = useState<Draft>(() => firstDraft(start))
  const { running, report, problem, compute, stop } = useRun()
  const keep = useCommand(['joint', 'keep'], () => api.joint.keep.call({}))
  const shown = report ?? (running || problem ? undefined : (start.kept ?? undefined))
  const kept = shown !== undefined && JSON.stringify(shown) === JSON.stringify(start.kept)
  const funds = Object.entries(draft.amounts).map(([id, amount]) => ({ id, amount }))
  const write = async () => {
    try {
      saveFile(await api.joint.export.call({ which: kept ? 'kept' : 'last', language }))
    } catch (error) {
      show({ text: errorText(error, translator), alarm: true })
    }
  }
  const take = () => void keep.mutateAsync(undefined).then(() => show({ text: t('joint.kept'), alarm: false }), () => undefined)
  return (
    <section className="distribution-root" id="isi" aria-labelledby="distribution-title" tabIndex={-1}>
      <header>
        <h1 id="distribution-title">{t('distribution.title')}</h1>
        <Views view="optimum" />
        <span className="end">
          {shown && <span className="soft fine">{kept ? t('joint.saved') : t('joint.unsaved')}</span>}
          {running
            ? <button type="button" onClick={stop}>{t('joint.stop')}</button>
            : <button type="button" className={report ? undefined : 'primary'} disabled={funds.length === 0} onClick={() => compute({ strategy: draft.strategy, villages: draft.villages, funds })}>{t('joint.compute')}</button>}
          <button type="button" disabled={!shown || running !== undefined} onClick={() => void write()}>{t('distribution.export')}</button>
          <button type="button" className={report ? 'primary' : undefined} disabled={!report || kept || keep.isPending} onClick={take}>{t('joint.keep')}</button>
        </span>
      </header>
      <div className="beside">
        <Form draft={draft} start={start} busy={running !== undefined} set={(part) => setDraft({ ...draft, ...part })} />
        <div className="answer">
          <p className="soft fine intro">{t('joint.intro')}</p>
          {running && <Progress running={running} />}
          {problem && <p className="alarm nothing" role="alert">▲ {problem}</p>}
          {!running && !problem && !shown && <p className="soft nothing">{t('joint.empty')}</p>}
          {kept && start.outdated && <p className="attention nothing" role="status">▲ {t('joint.outdated')}</p>}
          {shown && <Answer report={shown} />}
        </div>
      </div>
    </section>
  )
}
