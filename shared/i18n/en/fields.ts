/** Fields that several screens have: what they take, and what is wrong with what was typed. */
export const fields = {
  unsaved: 'Not saved yet. Press Enter to try again, or Esc for the figure before.',
  amount: {
    not_a_number: 'not an amount that can be read; type for example 1,500,000, 1.5 jt, or 35*150rb', too_large: 'too large', negative: 'cannot be below zero', not_whole: 'must be a whole number, without a fraction',
    unclear: 'unclear; was {{first}} meant?', unclearTwo: 'unclear; was {{first}} or {{second}} meant?',
    word: '“{{word}}” is not known; write rb (thousand), jt (million) or M (billion), for example 1.5 jt', wordLike: '“{{word}}” is not known; was {{first}} meant?',
    kept: '“{{text}}”: {{reason}} (the figure before still holds)', none: '“{{text}}”: {{reason}} (nothing is saved yet)',
  },
  date: {
    takes: 'Day/month/year: 21/11/2026 or 21 Nov 2026.',
    unreadable: '“{{text}}” is no date. Write day/month/year, such as 21/11/2026 or 21 Nov 2026.',
    no_such_day: 'There is no {{text}} in the calendar. The day comes first, then the month.',
  },
} as const
