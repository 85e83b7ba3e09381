// Every check's slug with its default severity: the one list that code, output, settings, tests and manual share.

export type Severity = 'error' | 'warning' | 'note';
/** What the settings may turn a check into. */
export type SeveritySetting = Severity | 'off';

const severities = {
  'file/encoding': 'warning',
  'file/missing': 'error',
  'file/conflict-marker': 'error',
  'file/outside-book': 'error',
  'file/name': 'warning',
  'csv/header-missing': 'error',
  'csv/header-duplicate': 'error',
  'csv/header-unknown': 'warning',
  'csv/ragged-row': 'error',
  'csv/quote': 'error',
  'yaml/syntax': 'error',
  'yaml/schema': 'error',
  'value/required': 'error',
  'value/date': 'error',
  'value/quantity': 'error',
  'value/choice': 'error',
  'value/unit': 'error',
  'ref/item': 'error',
  'ref/site': 'error',
  'ref/staff': 'error',
  'ref/party': 'error',
  'ref/unit': 'error',
  'ref/document': 'error',
  'ref/ambiguous': 'error',
  'id/duplicate': 'error',
  'stock/direction': 'error',
  'stock/negative': 'error',
  'stock/duplicate-row': 'error',
  'stock/document-reused': 'error',
  'stock/date-jump': 'warning',
  'stock/number-gap': 'note',
  'stock/lot-required': 'error',
  'stock/lot-unexpected': 'error',
  'stock/lot-expiry': 'error',
  'stock/expired-issued': 'error',
  'stock/fefo': 'warning',
  'stock/expiring': 'warning',
  'stock/below-min': 'warning',
  'stock/above-max': 'warning',
  'stock/site-closed': 'error',
  'stock/reversal-unmatched': 'error',
  'stock/reversal-exceeds': 'error',
  'stock/self-check': 'error',
  'count/variance': 'error',
  'count/duplicate': 'error',
  'count/stale': 'warning',
  'count/self-check': 'error',
  'delivery/short': 'error',
  'delivery/over': 'error',
  'delivery/damaged': 'warning',
  'delivery/overdue': 'warning',
  'delivery/unmatched': 'error',
  'request/over-issued': 'warning',
  'request/overdue': 'warning',
  'org/level': 'error',
  'org/leader': 'error',
  'org/staffing': 'error',
  'org/expected': 'error',
  'org/grid': 'error',
  'org/team': 'error',
  'org/site-uncovered': 'error',
  'org/site-shared': 'error',
  'staff/inactive': 'error',
  'staff/double-booked': 'error',
  'staff/rest': 'warning',
  'staff/personal-data': 'warning',
  'site/over-capacity': 'warning',
  'census/missing': 'warning',
  'need/transition': 'error',
  'need/overdue': 'warning',
  'need/escalation': 'error',
  'plan/shortage': 'warning',
  'plan/days-of-cover': 'warning',
  'seal/changed': 'error',
  'seal/balance': 'error',
  'seal/late-row': 'error',
  'seal/chain': 'error',
} as const satisfies Record<string, Severity>;

export type Slug = keyof typeof severities;

export const slugs: readonly Slug[] = Object.freeze(Object.keys(severities).filter(isSlug));

export function isSlug(text: string): text is Slug {
  return Object.hasOwn(severities, text);
}

export function defaultSeverity(slug: Slug): Severity {
  return severities[slug];
}

/** A row with a finding of these is left out of every figure, so they can be neither lowered nor switched off. */
export function quarantines(slug: Slug): boolean {
  return (
    slug.startsWith('csv/') ||
    slug.startsWith('value/') ||
    slug.startsWith('ref/') ||
    slug === 'stock/direction' ||
    slug === 'stock/lot-required' ||
    slug === 'stock/lot-unexpected' ||
    slug === 'stock/reversal-unmatched' ||
    slug === 'stock/reversal-exceeds'
  );
}
