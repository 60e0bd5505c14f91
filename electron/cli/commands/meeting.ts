import type { AppClient } from '#core/app.ts'
import type { Language } from '#shared/i18n/index.ts'
import { questionText } from '#shared/i18n/meeting-text.ts'
import { rupiah } from '#shared/i18n/format.ts'
import { type Arguments, UsageError } from '../arguments.ts'
import { defineCommand, looking, needed, withWorkspace } from '../command.ts'

const USAGE = `meeting FILE agenda [--plan ID]      what the plan leaves open
       meeting FILE list
       meeting FILE show [NUMBER]         the newest when left out
       meeting FILE record [NUMBER]       its record as sentences`

type Of = { planId?: string }

const ACTIONS = {
  agenda: async (client: AppClient, of: Of) => ({ agenda: await client.meeting.agenda(of) }),
  list: async (client: AppClient, of: Of) => ({ list: await client.meeting.list(of) }),
  show: async (client: AppClient, of: Of, meeting: string | undefined) => ({ show: await client.meeting.show({ ...of, ...(meeting === undefined ? {} : { meeting }) }) }),
  record: async (client: AppClient, of: Of, meeting: string | undefined, language: Language) => ({ record: await client.meeting.record({ ...of, language, ...(meeting === undefined ? {} : { meeting }) }) }),
} as const

type Answer = Partial<{ [K in keyof typeof ACTIONS]: Awaited<ReturnType<(typeof ACTIONS)[K]>> extends Record<K, infer T> ? T : never }>

function isAction(text: string): text is keyof typeof ACTIONS {
  return Object.hasOwn(ACTIONS, text)
}

function actionOf(args: Arguments): keyof typeof ACTIONS {
  const action = needed(args, 1, Object.keys(ACTIONS).join('|'))
  if (!isAction(action)) throw new UsageError(Object.keys(ACTIONS).join('|'))
  return action
}

export const meetingCommand = defineCommand({
  usage: USAGE,
  options: { plan: 'text' },
  run: async (args, { translator }) => {
    const action = actionOf(args)
    const plan = args.text('plan')
    const answer: Answer = await withWorkspace(needed(args, 0, 'FILE'), (client): Promise<Answer> =>
      ACTIONS[action](client, plan === undefined ? {} : { planId: plan }, args.positionals[2], translator.language), looking(args))
    return answer[action] ?? null
  },
  print: (answer, translator) => {
    const { t, language } = translator
    if (answer === null) return t('errors.meeting_missing')
    if (Array.isArray(answer)) return answer.map(({ number, heldOn, agreed, deferred, items }) => `${number}. ${heldOn}  ${t('meeting.running.counts', { agreed, deferred, items })}`).join('\n')
    if ('decisions' in answer) {
      return answer.decisions.map(({ number, question, outcome, decision, note, opinions }) => [
        `${number}. ${question}`, `   ${t(`meeting.outcome.${outcome}`)}${decision === '' ? '' : `: ${decision}`}`, ...(note === '' ? [] : [`   ${t('meeting.record.note', { note })}`]),
        ...opinions.map(({ by, text }) => `   ${by === '' ? t('meeting.record.opinionOf', { text }) : t('meeting.record.opinion', { who: by, text })}`),
      ].join('\n')).join('\n')
    }
    const points = answer.items.map((item, index) => `${index + 1}. ${questionText(item, translator)}${'outcome' in item && item.outcome !== null ? `  ${t(`meeting.outcome.${item.outcome}`)}` : ''}`)
    return [...points, ...('after' in answer ? [`${t('meeting.record.gap')}: ${rupiah(answer.after.gap, language)}`] : [])].join('\n')
  },
})
