// Where the package's own files are: the sample book, the templates.

import { fileURLToPath } from 'node:url';

/** The same two levels up from here, whether this stands in src/cli or in dist/cli. */
export const packageRoot = fileURLToPath(new URL('../../', import.meta.url));
