/** How a point stands, beside its word. */
export const SIGNS = { agreed: '✓', deferred: '◷', open: '○' } as const
