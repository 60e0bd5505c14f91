import { intervention } from '#shared/catalogue/interventions.ts'
import type { PlanRule } from '#shared/contract/rules.ts'
import { percent, rupiah } from '#shared/i18n/format.ts'
import type { Translator } from '#shared/i18n/index.ts'

/** What a rule is about, in words: `ketahanan pangan, kegiatan 4.2`. */
function aboutText({ group }: Pick<PlanRule, 'group'>, { t }: Translator): string {
  if (group.all) return t('sources.rules.all')
  const words = [
    ...(group.commitments ?? []).map((kind) => t(`terms.commitments.${kind}`)),
    ...(group.spendingClasses ?? []).map((kind) => t(`terms.spendingClasses.${kind}`)),
    ...(group.villageCodes && group.villageCodes.length > 0 ? [t('sources.rules.code', { code: group.villageCodes.join(', ') })] : []),
    ...(group.activities ?? []).map((key) => intervention(key)?.name ?? key),
  ]
  return words.join(', ')
}

/** The name of a rule of a year's file (`dds-2026-food`), else what it is about. */
export function ruleName(rule: Pick<PlanRule, 'id' | 'group'>, translator: Translator): string {
  const key = /^[a-z]+-\d{4}-(.+)$/.exec(rule.id)?.[1]?.replaceAll('-', '_')
  return (key === undefined ? undefined : translator.find(`sources.rules.names.${key}`)) ?? aboutText(rule, translator)
}

/** `paling tinggi 3,00% dari pagu yang dapat dipakai`. */
export function ruleSays(rule: Pick<PlanRule, 'kind' | 'shareBp' | 'amount' | 'base'>, { t, language }: Translator): string {
  return t(`sources.rules.kinds.${rule.kind}`, {
    share: percent(rule.shareBp ?? 0, language), amount: rupiah(rule.amount ?? 0, language), base: t(`sources.rules.bases.${rule.base ?? 'regular'}`),
  })
}

/** What the rule is about where its name does not say it all. */
export function ruleAbout(rule: Pick<PlanRule, 'id' | 'group'>, translator: Translator): string {
  const about = aboutText(rule, translator)
  return about === ruleName(rule, translator) ? '' : about
}
