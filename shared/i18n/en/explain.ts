/** Why an allocation is as it is, in plain words. */
export const explain = {
  why: {
    need: 'All that it needs is funded.',
    money: 'No source that may pay for it has enough left for one unit more, whatever else gives way.',
    conflict: 'One unit more is impossible as long as this lock, target or rule holds.',
    tier: 'One unit more would take from Priority {{tier}}, which comes first.',
    lowest: 'One unit more would leave another activity of Priority {{tier}} further behind.',
    sum: 'One unit more would cost other activities of Priority {{tier}} more than it gains.',
    children: 'One unit more would leave fewer children with the full help.',
    order: 'Another plan is just as good; what stands earlier in the plan comes first.',
    improvable: 'This plan could be better with nothing taken from others: run the automatic allocation.',
    otherwise: 'By this way of dividing another plan is better and has one unit more here, but others get less. Before you run the automatic allocation, lock what has to stay.',
    overspent: 'This plan pays more than there is, so there is nothing for one unit more. Pay less first, or run the automatic allocation.',
    unknown: 'No answer yet: its need is not known, or there was not enough time.',
  },
  division: {
    run: 'Last divided on {{date}} by “{{strategy}}”.', scenario: 'Last divided on {{date}} by “{{strategy}}”, from the scenario “{{scenario}}”.',
    held: 'What was protected then is still held here: {{what}}.', notAgain: 'Protected then: {{what}}. A new proposal does not hold it; lock first what has to stay.',
    released_one: '{{count}} protected amount was changed and is held no longer.', released_other: '{{count}} protected amounts were changed and are held no longer.',
    changed: 'Changed since: {{what}}.', cells: 'what cells hold', sources: 'the list of sources', order: 'the order of the sources (then {{order}})', basis: 'needs, prices, money or rules',
    none: 'No automatic allocation was taken over yet, so this is explained by “{{strategy}}”.',
  },
  childrenFrom: 'Children reached become {{after}}, now {{before}}.',
  limits: {
    need: 'Nothing more is needed.', lock: 'This cell is locked.', not_eligible: 'This source is not used for this line.',
    ceiling: 'Its ceiling lacks {{missing}} for one unit more.', rule: 'Rule {{rule}} lacks {{missing}} for one unit more.',
    bundle: 'Line {{line}}, which is bought together with it, could not be paid any more.', none: 'Nothing holds this cell back.',
  },
  moreAll: '{{amount}} more from {{source}}, with what is left over, funds {{funded}}.',
  more: '{{amount}} more from {{source}} would fund {{funded}}; {{unused}} would be left.',
  holds: {
    rule: 'Without rule {{rule}} on {{source}} the best plan would be another one.', lock: 'Without the lock on “{{line}}” from {{source}} the best plan would be another one.',
    target: 'Without the least coverage of “{{line}}” the best plan would be another one.',
  },
  ways: {
    lock: 'Lower the lock on “{{line}}” from {{source}} from {{from}} to {{to}}.', unlock: 'Open the lock on “{{line}}” from {{source}} ({{from}}).',
    target: 'Lower the least coverage of “{{line}}” from {{from}} to {{to}}.', rule: 'Loosen rule {{rule}} on {{source}} from {{from}} to {{to}}.',
    ceiling: 'Raise the money of {{source}} from {{from}} to {{to}}.', notEnough: 'Another conflict remains after that.',
    protected: {
      line: 'Loosen the protection of “{{line}}” from {{from}} to {{to}}.', group: 'Loosen the protection of {{group}} for “{{line}}” from {{from}} to {{to}}.',
      source: 'Loosen the protection of what {{source}} pays for “{{line}}” from {{from}} to {{to}}.', unlock: 'Drop the protection of what {{source}} pays for “{{line}}” ({{from}}).',
    },
  },
  dropOuts: {
    tier: { cut: 'Priority {{tier}} is no longer fully funded.', gone: 'Priority {{tier}} is not funded any more.', less: 'Priority {{tier}} gets less.' },
    group: { cut: '{{group}}: no longer all with the full help ({{before}} → {{after}}).', gone: '{{group}}: nobody is helped any more.', less: '{{group}}: fewer with the full help ({{before}} → {{after}}).' },
    cadre: { cut: '{{group}}: incentives are no longer full ({{before}} → {{after}} person-months).', gone: '{{group}}: no incentives any more.', less: '{{group}}: fewer incentives ({{before}} → {{after}} person-months).' },
    conflict: { cut: 'Locks and targets can no longer hold.', gone: 'Locks and targets can no longer hold.', less: 'Locks and targets can no longer hold.' },
  },
  cash: {
    typed: 'stages that were typed', year_rules: 'stages by this year’s rules; their months are an estimate', carry_over: 'left from last year, there since January', assumed: 'not known, in twelve equal parts',
  },
  nextYear: {
    price: 'price by the index', count: 'new caseload', served: 'what others served is not known yet', kept: 'this year’s ceiling stands in', emptied: 'ceiling left open', dropped: 'not taken into the next year',
  },
} as const
