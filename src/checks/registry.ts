// Every check by its slug: what it is called, what it means, and how it is found.

import { defaultSeverity, type Slug, slugs } from '../core/slugs.js';
import type { Check, Family } from './check.js';
import { countChecks } from './count.js';
import { deliveryChecks } from './delivery.js';
import { lotChecks } from './lots.js';
import { manual } from './manual/index.js';
import { needChecks } from './need.js';
import { orgChecks } from './org.js';
import { placeChecks } from './place.js';
import { refChecks } from './refs.js';
import { requestChecks } from './request.js';
import { sealChecks } from './seal.js';
import { staffChecks } from './staff.js';
import { stockChecks } from './stock.js';

const families: Family = {
  ...stockChecks,
  ...lotChecks,
  ...countChecks,
  ...deliveryChecks,
  ...sealChecks,
  ...requestChecks,
  ...orgChecks,
  ...refChecks,
  ...staffChecks,
  ...placeChecks,
  ...needChecks,
};

export const registry: readonly Check[] = slugs.map((slug) => ({
  slug,
  severity: defaultSeverity(slug),
  ...manual[slug],
  find: families[slug] ?? null,
}));

export function checkNamed(slug: Slug): Check {
  return registry[slugs.indexOf(slug)]!;
}
