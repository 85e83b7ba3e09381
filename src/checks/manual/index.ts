// The manual of every check: that none lacks its page is proved by the compiler.

import type { Slug } from '../../core/slugs.js';
import { censusManual } from './census.js';
import { countManual } from './count.js';
import { csvManual } from './csv.js';
import { deliveryManual } from './delivery.js';
import { fileManual } from './file.js';
import { idManual } from './id.js';
import type { CheckManual } from './manual.js';
import { needManual } from './need.js';
import { orgManual } from './org.js';
import { planManual } from './plan.js';
import { refManual } from './ref.js';
import { requestManual } from './request.js';
import { sealManual } from './seal.js';
import { siteManual } from './site.js';
import { staffManual } from './staff.js';
import { stockManual } from './stock.js';
import { stockLotsManual } from './stock-lots.js';
import { valueManual } from './value.js';
import { yamlManual } from './yaml.js';

export const manual: Readonly<Record<Slug, CheckManual>> = {
  ...fileManual,
  ...csvManual,
  ...yamlManual,
  ...valueManual,
  ...refManual,
  ...idManual,
  ...stockManual,
  ...stockLotsManual,
  ...countManual,
  ...deliveryManual,
  ...requestManual,
  ...orgManual,
  ...staffManual,
  ...siteManual,
  ...censusManual,
  ...needManual,
  ...planManual,
  ...sealManual,
};
