// Compiles the reader's inner loops and keeps them as text in src/source/wasm/binary.ts, so that nothing is loaded from
// a path at run time. The result is committed; a test holds it to its source.
import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import asc from 'assemblyscript/asc';

const root = fileURLToPath(new URL('..', import.meta.url));

export async function compile() {
  const { error, stderr, binary } = await (async () => {
    let made = null;
    const result = await asc.main(
      [
        'src/source/wasm/assembly/index.ts',
        '--outFile',
        'out.wasm',
        '--runtime',
        'stub',
        '--optimizeLevel',
        '3',
        '--shrinkLevel',
        '0',
        '--enable',
        'simd',
        '--enable',
        'threads',
        '--sharedMemory',
        '--noAssert',
        '--importMemory',
        '--initialMemory',
        '1024',
        '--maximumMemory',
        '65536',
        '--baseDir',
        root,
      ],
      {
        writeFile: (_name, contents) => {
          made = contents;
        },
      },
    );
    return { ...result, binary: made };
  })();
  if (error) throw new Error(`${error.message}\n${stderr.toString()}`);
  return Buffer.from(binary).toString('base64');
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const text = await compile();
  const lines = text.match(/.{1,110}/g) ?? [];
  writeFileSync(
    `${root}/src/source/wasm/binary.ts`,
    `// Made by scripts/wasm.mjs from assembly/index.ts; do not edit.\n\nexport const binary =\n${lines.map((line) => `  '${line}'`).join(' +\n')};\n`,
  );
  console.log(`src/source/wasm/binary.ts: ${text.length} characters`);
}
