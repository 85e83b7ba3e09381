// Where the program starts. The version is answered before anything else is loaded: shells and scripts ask for it often.

import { fileURLToPath } from 'node:url';
import { compile, start } from './compiled.js';

declare const __TAIZHANG_VERSION__: string;

const args = process.argv.slice(2);
if (args.length === 1 && (args[0] === '--version' || args[0] === '-V')) {
  process.stdout.write(`${__TAIZHANG_VERSION__}\n`);
} else {
  const file = fileURLToPath(new URL('program.cjs', import.meta.url));
  process.exitCode = await start(compile(file), file).run(args, __TAIZHANG_VERSION__);
}
