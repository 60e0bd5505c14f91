import { useTranslator } from '../../ui/language.tsx'

/** A child's sex as the letter that its reader's language has for it (`L`, `P`; `M`, `F`), with the word beside the pointer. */
export function SexMark({ sex }: { readonly sex: 'L' | 'P' }) {
  const { t } = useTranslator()
  return <abbr title={t(`truth.findings.sex.${sex}`)}>{t(`caseload.children.sexes.${sex}`)}</abbr>
}
