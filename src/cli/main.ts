// Where the program starts. The version is answered before anything else is loaded: shells and scripts ask for it often.

declare const __TAIZHANG_VERSION__: string;

const args = process.argv.slice(2);
if (args.length === 1 && (args[0] === '--version' || args[0] === '-V')) {
  process.stdout.write(`${__TAIZHANG_VERSION__}\n`);
} else {
  const { run } = await import('./run.js');
  process.exitCode = await run(args, __TAIZHANG_VERSION__);
}
