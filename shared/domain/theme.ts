/** How the window looks: as the machine asks for, or always one of both. */
export const THEMES = ['system', 'light', 'dark'] as const
export type Theme = (typeof THEMES)[number]
