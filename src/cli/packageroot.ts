// Where the package's own files are: the sample book, the templates.

import { fileURLToPath } from 'node:url';

/** The same two levels up from here, whether this stands in src/cli, in dist/cli or in dist/chunks. */
export const packageRoot = fileURLToPath(new URL('../../', import.meta.url));
