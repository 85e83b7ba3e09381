// The window over a file: whole lines of it, in order, whatever is dropped in between and however much room is asked for.

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { BUFFER, OutOfRoom, Window } from '../../src/source/csv/window.js';
import { kernel, withKernel } from '../../src/source/wasm/kernel.js';
import { inPieces } from './reading.js';

const LF = 0x0a;
const lines = fc
  .array(fc.tuple(fc.constantFrom('a', '防', 'bc'), fc.nat(9)), { maxLength: 30 })
  .map((runs) => runs.map(([unit, times]) => unit.repeat(times)).join('\n'));

/** What the window shows is what stands in the file there, and a newline stops every loop. */
function expectTrue(window: Window, bytes: Uint8Array): void {
  const { end, base } = window;
  expect(Buffer.from(window.bytes.subarray(0, end))).toEqual(Buffer.from(bytes.subarray(base, base + end)));
  if (window.final) expect(base + end).toBe(bytes.length);
  else expect(window.bytes[end - 1]).toBe(LF);
  expect([window.bytes[end - 1], window.bytes[end]]).toContain(LF);
}

describe.each([true, false])('with compiled loops: %s', (compiled) => {
  test('it shows whole lines from where it is told to keep, and each byte is looked at once', () => {
    fc.assert(
      fc.property(
        lines,
        fc.integer({ min: 1, max: 40 }),
        fc.array(fc.nat(9), { minLength: 1 }),
        (text, piece, picks) => {
          withKernel(compiled, () => {
            const bytes = new TextEncoder().encode(text);
            const window = new Window();
            window.open(inPieces(bytes, piece));
            const looked: Uint8Array[] = [];
            const look = (part: Uint8Array) => looked.push(part.slice()) > 0;
            let keep = 0;
            for (let step = 0; ; step++) {
              expect(window.advance(keep, look)).toBe(true);
              expectTrue(window, bytes);
              const pick = picks[step % picks.length] ?? 0;
              const room = window.claim(pick);
              expect(room).toBeGreaterThan(window.end);
              window.bytes.fill(0x7a, room, room + pick);
              expect(window.claim(3)).toBeGreaterThanOrEqual(room + pick);
              expectTrue(window, bytes);
              if (window.final) break;
              const starts = [0];
              for (let at = 0; at < window.end; at++) if (window.bytes[at] === LF) starts.push(at + 1);
              keep = starts[Math.min(pick, starts.length - 1)] ?? 0;
            }
            expect(Buffer.concat(looked)).toEqual(Buffer.from(bytes));
          });
        },
      ),
      { numRuns: compiled ? 30 : 200 },
    );
  });

  test('it reads the next file as if there had been none before', () => {
    withKernel(compiled, () => {
      const window = new Window();
      for (const text of ['a\nb\nc', '', 'dd\n', 'e']) {
        const bytes = new TextEncoder().encode(text);
        window.open(inPieces(bytes, 2));
        expect([window.end, window.base, window.final]).toEqual([0, 0, false]);
        for (let keep = 0; !window.final; keep = window.end) {
          window.advance(keep, null);
          expectTrue(window, bytes);
        }
      }
    });
  });

  test('it says where bytes are refused, and reads nothing before a file is opened', () => {
    withKernel(compiled, () => {
      const window = new Window();
      expect(window.advance(0, () => false)).toBe(true);
      window.open(inPieces(new TextEncoder().encode('a\nb\n'), 2));
      expect(window.advance(0, () => true)).toBe(true);
      expect(window.advance(2, () => false)).toBe(false);
    });
  });

  test('it holds a line of any length, and room for as much again behind it', () => {
    withKernel(compiled, () => {
      const text = `a,b\n${'防'.repeat(900_000)}\nend`;
      const bytes = new TextEncoder().encode(text);
      const window = new Window();
      window.open(inPieces(bytes, 300_000));
      let keep = 0;
      for (; !window.final; keep = window.base === 0 && window.end > 4 ? 4 : 0) {
        window.advance(keep, null);
        const { end } = window;
        const room = window.claim(BUFFER);
        window.bytes.fill(0x7a, room, room + BUFFER);
        expect(window.bytes.length).toBeGreaterThanOrEqual(room + BUFFER);
        expect(window.end).toBe(end);
      }
      const { base, end } = window;
      expect(Buffer.from(window.bytes.subarray(0, end)).equals(Buffer.from(bytes.subarray(base, base + end)))).toBe(
        true,
      );
    });
  });
});

describe('in buffers that others give', () => {
  /** Buffers one after another, and what was given so far. */
  function withBuffers(work: (window: Window, given: readonly number[]) => void): void {
    withKernel(true, () => {
      const call = kernel()?.call;
      if (call === undefined) throw new Error('no kernel');
      const given: number[] = [];
      const next = () => {
        given.push(call.allocate(BUFFER));
        return given[given.length - 1] ?? 0;
      };
      work(new Window({ next }), given);
    });
  }

  test('it goes on in the next one, and leaves the one before as it was', () => {
    withBuffers((window, given) => {
      const bytes = new TextEncoder().encode('one\ntwo\nthree\nfour');
      window.open(inPieces(bytes, 5));
      const left: string[] = [];
      for (let keep = 0; !window.final; keep = window.end - 2) {
        window.advance(keep, null);
        expectTrue(window, bytes);
        expect(window.origin).toBe(given[given.length - 1]);
        left.push(Buffer.from(window.bytes.subarray(0, window.end)).toString());
        if (window.end < 2) break;
      }
      const u8 = kernel()?.u8 ?? new Uint8Array();
      expect(given.length).toBeGreaterThan(1);
      expect(given.map((at, n) => Buffer.from(u8.subarray(at, at + (left[n]?.length ?? 0))).toString())).toEqual(left);
    });
  });

  test('it gives up where a line is longer than they are', () => {
    withBuffers((window) => {
      window.open(inPieces(new Uint8Array(3 * BUFFER).fill(0x61), BUFFER));
      expect(() => window.advance(0, null)).toThrow(OutOfRoom);
    });
  });
});
