// For the fuzzer the reader's buffers are made tiny, so that a file of a few lines crosses every border there is: of
// windows, of batches, of columns that grow. What a border could spoil shows itself in small files then.
import { readFileSync } from 'node:fs';

const smaller = [
  ['src/core/vector.ts', 'const START = 1024;', 'const START = 4;'],
  ['src/source/csv/batch.ts', 'export const ROWS = 1024;', 'export const ROWS = 8;'],
  ['src/source/csv/window.ts', 'const CHUNK = 1 << 20;', 'const CHUNK = 300;'],
  ['src/source/csv/window.ts', 'export const BUFFER = CHUNK + 65_536;', 'export const BUFFER = CHUNK + 100;'],
  [
    'src/source/intern.ts',
    'new Int32Array(256).fill(-1);\n  private mask = 255;',
    'new Int32Array(8).fill(-1);\n  private mask = 7;',
  ],
  [
    'src/source/intern.ts',
    'hashes = new Int32Array(128);\n  private starts = new Int32Array(129);',
    'hashes = new Int32Array(4);\n  private starts = new Int32Array(5);',
  ],
  ['src/source/intern.ts', 'arena = new Uint8Array(2048);', 'arena = new Uint8Array(64);'],
  ['src/book/ledger/celltexts.ts', 'new Uint8Array(1 << 16);', 'new Uint8Array(16);'],
  ['src/source/wasm/kernel.ts', 'const PAGES = 1024;', 'const PAGES = 8;'],
];

export const smallBuffers = {
  name: 'small-buffers',
  setup(build) {
    build.onLoad(
      {
        filter:
          /src\/(?:core\/vector|source\/intern|source\/csv\/(?:batch|window)|source\/wasm\/kernel|book\/ledger\/celltexts)\.ts$/,
      },
      (file) => {
        let text = readFileSync(file.path, 'utf8');
        for (const [name, from, to] of smaller) {
          if (!file.path.replaceAll('\\', '/').endsWith(name)) continue;
          if (!text.includes(from)) console.warn(`scripts/fuzz/small.mjs: ${name} has no "${from}" any more`);
          text = text.replace(from, to);
        }
        return { contents: text, loader: 'ts' };
      },
    );
  },
};
