import { type FormEvent, useId, useState } from 'react'
import type { PlanRule } from '#shared/contract/rules.ts'
import { sourcesFor } from '#shared/catalogue/sources.ts'
import { COMMITMENT_CLASSES, type PlanKind, SPENDING_CLASSES } from '#shared/domain/plan.ts'
import { number, percent } from '#shared/i18n/format.ts'
import { parseAmount } from '#shared/i18n/parse.ts'
import { useApi } from '../../ui/api.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { useTranslator } from '../../ui/language.tsx'
import { useCommand } from '../../ui/use-command.ts'
import { ActivityChoice } from './activity-choice.tsx'
import { Choices, Pick } from './form-parts.tsx'
import { parsePercent } from '../../ui/percent.ts'

const KINDS = ['max_share', 'min_share', 'max_amount', 'forbidden', 'reserve'] as const
const NEW: Pick<PlanRule, 'source' | 'kind' | 'group' | 'shareBp' | 'amount' | 'base' | 'severity' | 'citation' | 'confidence'> = {
  source: '', kind: 'max_share', group: {}, shareBp: null, amount: null, base: 'regular', severity: 'warning', citation: '', confidence: 'unverified',
}

/** A rule in a form: change one of the year, or add one. What cannot be understood stays as typed, marked where it is. */
export function RuleDialog({ rule, kind, close }: { readonly rule: PlanRule | null; readonly kind: PlanKind; close(): void }) {
  const { t, language } = useTranslator()
  const id = useId()
  const api = useApi()
  const save = useCommand(['rules', 'set'], api.rules.set.call)
  const sources = sourcesFor(kind)
  const [body, setBody] = useState(() => {
    const { source, kind: ruleKind, group, shareBp, amount, base, severity, citation, confidence } = rule ?? { ...NEW, source: sources.find(({ code }) => code === 'DDS')?.code ?? sources[0]?.code ?? '' }
    return { source, kind: ruleKind, group, shareBp, amount, base, severity, citation, confidence }
  })
  const [share, setShare] = useState(() => { const bp = rule?.shareBp ?? null; return bp === null ? '' : percent(bp, language) })
  const [amount, setAmount] = useState(() => { const limit = rule?.amount ?? null; return limit === null ? '' : number(limit, language) })
  const [codes, setCodes] = useState((rule?.group.villageCodes ?? []).join(', '))
  const [tried, setTried] = useState(false)
  const set = (part: Partial<typeof body>) => setBody((before) => ({ ...before, ...part }))
  const isShare = body.kind === 'max_share' || body.kind === 'min_share' || body.kind === 'reserve'
  const shareBp = parsePercent(share)
  const rupiah = parseAmount(amount, language)?.value
  const codeList = codes.split(',').map((code) => code.trim()).filter((code) => code !== '')
  const group: PlanRule['group'] = body.group.all ? { all: true } : { ...body.group, all: undefined, villageCodes: codeList }
  const empty = !group.all && [group.villageCodes, body.group.commitments, body.group.spendingClasses, body.group.activities].every((list) => (list ?? []).length === 0)
  const wrong = {
    share: isShare && shareBp === undefined, amount: body.kind === 'max_amount' && rupiah === undefined, codes: !codeList.every((code) => /^\d+(\.\d+)*$/.test(code)),
    citation: body.citation.trim() === '', group: empty && (rule === null || rule.state !== 'unseen'),
  }
  const submit = (event: FormEvent) => {
    event.preventDefault()
    setTried(true)
    if (Object.values(wrong).some(Boolean)) return
    save.mutate({
      ...(rule ? { id: rule.id } : {}), ...body, group, shareBp: isShare ? (shareBp ?? null) : null, amount: body.kind === 'max_amount' ? (rupiah ?? null) : null, base: isShare ? (body.base ?? 'regular') : null,
    }, { onSuccess: close })
  }
  /** What a field takes, or what is wrong with what it holds. */
  const note = (field: keyof typeof wrong, text: string, takes?: string) => {
    if (tried && wrong[field]) return <p id={`${id}-${field}`} className="fine alarm" role="alert">▲ {text}</p>
    return takes !== undefined && <p id={`${id}-${field}`} className="fine soft">{takes}</p>
  }
  return (
    <Dialog title={t(rule ? 'sources.form.editTitle' : 'sources.form.addTitle')} close={close}>
      <form className="rule-form" onSubmit={submit} noValidate>
        <Pick label={t('sources.form.source')} value={body.source} set={(source) => set({ source })} options={sources.map((entry) => [entry.code, `${entry.code} · ${language === 'id' ? entry.name : entry.nameEn}`])} />
        <Pick label={t('sources.form.kind')} value={body.kind} set={(value) => set({ kind: KINDS.find((one) => one === value) ?? body.kind })} options={KINDS.map((one) => [one, t(`sources.form.kinds.${one}`)])} />
        {isShare && (
          <>
            <div className="field">
              <label htmlFor={`${id}-s`}>{t('sources.form.share')}</label>
              <input id={`${id}-s`} className="amount" value={share} onChange={(event) => setShare(event.target.value)} aria-invalid={tried && wrong.share} aria-describedby={`${id}-share`} />
              {note('share', t('sources.invalid.percent'), t('sources.form.takes.share'))}
            </div>
            <Pick label={t('sources.form.base')} value={body.base ?? 'regular'} set={(base) => set({ base: base === 'total' ? 'total' : 'regular' })} options={[['regular', t('sources.rules.bases.regular')], ['total', t('sources.rules.bases.total')]]} />
          </>
        )}
        {body.kind === 'max_amount' && (
          <div className="field">
            <label htmlFor={`${id}-a`}>{t('sources.form.amount')}</label>
            <input id={`${id}-a`} className="amount" value={amount} onChange={(event) => setAmount(event.target.value)} aria-invalid={tried && wrong.amount} aria-describedby={`${id}-amount`} />
            {note('amount', t('sources.invalid.amountNew'), t('sources.detail.ceilingHint'))}
          </div>
        )}
        <fieldset className="wide">
          <legend>{t('sources.form.about')}</legend>
          <label className="check"><input type="checkbox" checked={body.group.all ?? false} onChange={(event) => set({ group: { ...body.group, all: event.target.checked } })} /> {t('sources.form.all')}</label>
          {!body.group.all && (
            <>
              <Choices legend={t('sources.form.commitments')} all={COMMITMENT_CLASSES} chosen={body.group.commitments ?? []} name={(one) => t(`terms.commitments.${one}`)} set={(commitments) => set({ group: { ...body.group, commitments: [...commitments] } })} />
              <Choices legend={t('sources.form.classes')} all={SPENDING_CLASSES} chosen={body.group.spendingClasses ?? []} name={(one) => t(`terms.spendingClasses.${one}`)} set={(spendingClasses) => set({ group: { ...body.group, spendingClasses: [...spendingClasses] } })} />
              <ActivityChoice label={t('sources.form.activities')} chosen={body.group.activities ?? []} kind={kind} set={(activities) => set({ group: { ...body.group, activities: [...activities] } })} />
              {kind === 'desa' && (
                <div className="field">
                  <label htmlFor={`${id}-c`}>{t('sources.form.codes')}</label>
                  <input id={`${id}-c`} value={codes} onChange={(event) => setCodes(event.target.value)} aria-invalid={tried && wrong.codes} aria-describedby={`${id}-codes`} />
                  {note('codes', t('sources.invalid.codes'), t('sources.form.takes.codes'))}
                </div>
              )}
            </>
          )}
          {note('group', t('sources.invalid.group'))}
        </fieldset>
        <div className="field wide">
          <label htmlFor={`${id}-t`}>{t('sources.form.citation')}</label>
          <input id={`${id}-t`} value={body.citation} maxLength={300} onChange={(event) => set({ citation: event.target.value })} aria-invalid={tried && wrong.citation} aria-describedby={`${id}-citation`} />
          {note('citation', t('sources.invalid.text'), t('sources.form.takes.citation'))}
        </div>
        <Pick label={t('sources.form.confidence')} value={body.confidence} set={(value) => set({ confidence: value === 'A' || value === 'B' ? value : 'unverified' })} options={(['A', 'B', 'unverified'] as const).map((one) => [one, t(`terms.confidence.${one}`)])} />
        <div className="field">
          <Pick label={t('sources.form.severity')} value={body.confidence === 'unverified' ? 'warning' : body.severity} disabled={body.confidence === 'unverified'} set={(value) => set({ severity: value === 'error' ? 'error' : 'warning' })} options={(['error', 'warning'] as const).map((one) => [one, t(`sources.form.severities.${one}`)])} />
          {body.confidence === 'unverified' && <p className="fine soft">{t('sources.form.unverifiedHint')}</p>}
        </div>
        <footer className="wide stays">
          <button type="button" onClick={close}>{t('sources.form.cancel')}</button>
          <button type="submit" className="primary" disabled={save.isPending}>{t('sources.form.save')}</button>
        </footer>
      </form>
    </Dialog>
  )
}
