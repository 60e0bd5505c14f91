import { createInstance } from 'i18next'
import { caseload as enCaseload } from './en/caseload.ts'
import { backups as enBackups } from './en/backups.ts'
import { budget as enBudget } from './en/budget.ts'
import { cli as enCli } from './en/cli.ts'
import { entry as enEntry } from './en/entry.ts'
import { errors as enErrors } from './en/errors.ts'
import { explain as enExplain } from './en/explain.ts'
import { fields as enFields } from './en/fields.ts'
import { frame as enFrame } from './en/frame.ts'
import { help as enHelp } from './en/help.ts'
import { home as enHome } from './en/home.ts'
import { importTexts as enImport } from './en/import.ts'
import { meeting as enMeeting } from './en/meeting.ts'
import { menu as enMenu } from './en/menu.ts'
import { papers as enPapers } from './en/papers.ts'
import { scenarios as enScenarios } from './en/scenarios.ts'
import { settings as enSettings } from './en/settings.ts'
import { sources as enSources } from './en/sources.ts'
import { submissions as enSubmissions } from './en/submissions.ts'
import { consolidation as enConsolidation } from './en/consolidation.ts'
import { distribution as enDistribution } from './en/distribution.ts'
import { joint as enJoint } from './en/joint.ts'
import { summary as enSummary } from './en/summary.ts'
import { steps as enSteps } from './en/steps.ts'
import { terms as enTerms } from './en/terms.ts'
import { trend as enTrend } from './en/trend.ts'
import { truth as enTruth } from './en/truth.ts'
import { validity as enValidity } from './en/validity.ts'
import { window as enWindow } from './en/window.ts'
import type { Language } from './format.ts'
import { caseload as idCaseload } from './id/caseload.ts'
import { backups as idBackups } from './id/backups.ts'
import { budget as idBudget } from './id/budget.ts'
import { cli as idCli } from './id/cli.ts'
import { entry as idEntry } from './id/entry.ts'
import { errors as idErrors } from './id/errors.ts'
import { explain as idExplain } from './id/explain.ts'
import { fields as idFields } from './id/fields.ts'
import { frame as idFrame } from './id/frame.ts'
import { help as idHelp } from './id/help.ts'
import { home as idHome } from './id/home.ts'
import { importTexts as idImport } from './id/import.ts'
import { meeting as idMeeting } from './id/meeting.ts'
import { menu as idMenu } from './id/menu.ts'
import { papers as idPapers } from './id/papers.ts'
import { scenarios as idScenarios } from './id/scenarios.ts'
import { settings as idSettings } from './id/settings.ts'
import { sources as idSources } from './id/sources.ts'
import { submissions as idSubmissions } from './id/submissions.ts'
import { consolidation as idConsolidation } from './id/consolidation.ts'
import { distribution as idDistribution } from './id/distribution.ts'
import { joint as idJoint } from './id/joint.ts'
import { summary as idSummary } from './id/summary.ts'
import { steps as idSteps } from './id/steps.ts'
import { terms as idTerms } from './id/terms.ts'
import { trend as idTrend } from './id/trend.ts'
import { truth as idTruth } from './id/truth.ts'
import { validity as idValidity } from './id/validity.ts'
import { window as idWindow } from './id/window.ts'
import { NOUN, nounOf } from './noun.ts'

export type { Language }

/** All texts by language and area. Indonesian is the source of the keys; English must have exactly the same ones. An area is one file per language. */
export const MESSAGES = {
  id: {
    backups: idBackups,
    budget: idBudget,
    caseload: idCaseload,
    cli: idCli,
    entry: idEntry,
    errors: idErrors,
    explain: idExplain,
    fields: idFields,
    frame: idFrame,
    help: idHelp,
    home: idHome,
    import: idImport,
    meeting: idMeeting,
    menu: idMenu,
    papers: idPapers,
    scenarios: idScenarios,
    settings: idSettings,
    sources: idSources,
    steps: idSteps,
    submissions: idSubmissions,
    consolidation: idConsolidation,
    distribution: idDistribution,
    joint: idJoint,
    summary: idSummary,
    terms: idTerms,
    trend: idTrend,
    truth: idTruth,
    validity: idValidity,
    window: idWindow,
  },
  en: {
    backups: enBackups,
    budget: enBudget,
    caseload: enCaseload,
    cli: enCli,
    entry: enEntry,
    errors: enErrors,
    explain: enExplain,
    fields: enFields,
    frame: enFrame,
    help: enHelp,
    home: enHome,
    import: enImport,
    meeting: enMeeting,
    menu: enMenu,
    papers: enPapers,
    scenarios: enScenarios,
    settings: enSettings,
    sources: enSources,
    steps: enSteps,
    submissions: enSubmissions,
    consolidation: enConsolidation,
    distribution: enDistribution,
    joint: enJoint,
    summary: enSummary,
    terms: enTerms,
    trend: enTrend,
    truth: enTruth,
    validity: enValidity,
    window: enWindow,
  },
} as const satisfies Record<Language, unknown>

type Leaves<T> = { [K in keyof T & string]: T[K] extends string ? K : `${K}.${Leaves<T[K]>}` }[keyof T & string]
type WithoutCount<K extends string> = K extends `${infer Base}_one` | `${infer Base}_other` ? Base : K

/** Dotted key of a text, such as `window.strip.need`; texts with a count are named without `_one` and `_other`. */
export type MessageKey = WithoutCount<Leaves<(typeof MESSAGES)['id']>>
export type MessageValues = Readonly<Record<string, string | number>>

export interface Translator {
  readonly language: Language
  /** The text of a key, with its `{{values}}` filled in as they are: nothing is escaped, because texts never become markup. */
  t(key: MessageKey, values?: MessageValues): string
  /** The text of a key that is only known at run time (`errors.` + code), or `undefined` where there is none. */
  find(key: string, values?: MessageValues): string | undefined
}

/** Texts of one language; needs no window and loads nothing, so it serves the window, the command line and the papers alike. */
export function createTranslator(language: Language): Translator {
  const i18n = createInstance()
  void i18n.init({
    lng: language,
    fallbackLng: 'id',
    initAsync: false,
    resources: { id: { translation: MESSAGES.id }, en: { translation: MESSAGES.en } },
    interpolation: { escapeValue: false },
    returnNull: false,
  })
  i18n.services.formatter?.add(NOUN, (value, _language, words) => nounOf(value, words))
  // Texts without values are asked for at every drawing of the window.
  const plain = new Map<string, string>()
  const translate = (key: string, values?: MessageValues): string => {
    if (values) return i18n.t(key, { ...values })
    const text = plain.get(key) ?? i18n.t(key)
    plain.set(key, text)
    return text
  }
  return {
    language,
    t: translate,
    find: (key, values) => (i18n.exists(key, { ...values }) ? translate(key, values) : undefined),
  }
}
