/** Fields that several screens have: what they take, and what is wrong with what was typed. */
export const fields = {
  unsaved: 'Not saved yet. Press Enter to try again, or Esc for the figure before.',
  date: {
    takes: 'Day/month/year: 21/11/2026 or 21 Nov 2026.',
    unreadable: '“{{text}}” is no date. Write day/month/year, such as 21/11/2026 or 21 Nov 2026.',
    no_such_day: 'There is no {{text}} in the calendar. The day comes first, then the month.',
  },
} as const
