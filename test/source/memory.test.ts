// The memory that compiled loops work in: whose it is, how it grows, and what happens when it is full.

import { describe, expect, test } from 'vitest';
import { Batch, STRIDE } from '../../src/source/csv/batch.js';
import { compiledOrPlain, kernel, withKernel } from '../../src/source/wasm/kernel.js';

function own() {
  const made = kernel();
  if (made === null) throw new Error('no kernel');
  return made;
}

describe('a kernel', () => {
  test('is there while it is wanted, each time another, and gone after, whatever happened', () => {
    expect(kernel()).toBeNull();
    withKernel(true, () => {
      const outer = own();
      withKernel(true, () => expect(own() === outer).toBe(false));
      withKernel(false, () => expect(kernel() === null).toBe(true));
      expect(kernel() === outer).toBe(true);
      expect(() =>
        withKernel(false, () => {
          throw new Error('out of luck');
        }),
      ).toThrow('out of luck');
      expect(kernel() === outer).toBe(true);
    });
    expect(kernel() === null).toBe(true);
    expect(withKernel(true, () => 5)).toBe(5);
  });

  test('shows all of its memory, and what came since it grew', () => {
    withKernel(true, () => {
      const { call } = own();
      const [before, ints, view] = [own().u8, own().i32, own().view];
      expect(own().u8 === before).toBe(true);
      const at = call.allocate(before.length);
      expect(own().u8.length).toBeGreaterThan(before.length);
      own().i32[at >> 2] = 0x01020304;
      expect([own().u8[at], own().view.getInt32(at, true)]).toEqual([4, 0x01020304]);
      expect(own().i32.length * 4).toBe(own().u8.length);
      expect(own().view.byteLength).toBe(own().u8.length);
      expect([ints.length, view.byteLength]).toEqual([before.length / 4, before.length]);
    });
  });

  test('says that it is full, which is no fault of whoever asked', () => {
    withKernel(true, () => {
      const { call } = own();
      const fill = (): never => {
        for (;;) call.allocate(2 ** 30 - 64);
      };
      const answered = (fault: () => never) => compiledOrPlain(fault, () => 'plain');
      const throwing = (error: unknown) => (): never => {
        throw error;
      };
      expect(answered(fill)).toBe('plain');
      expect(answered(throwing(new WebAssembly.RuntimeError('unreachable')))).toBe('plain');
      expect(() => answered(throwing(new RangeError('too much')))).toThrow('too much');
      expect(() => answered(throwing('too much'))).toThrow('too much');
      expect(compiledOrPlain(() => 'compiled', fill)).toBe('compiled');
    });
  });
});

describe('a batch', () => {
  const filled = (batch: Batch): Batch => {
    batch.record.fill(1.5);
    batch.present.fill(2);
    batch.start.fill(3);
    batch.end.fill(4);
    batch.fault.fill(5);
    return batch;
  };
  const isWhole = ({ record, present, start, end, fault, cells }: Batch): boolean =>
    [record.length, present.length, fault.length].every((length) => length === STRIDE) &&
    [start.length, end.length].every((length) => length === cells * STRIDE) &&
    record.every((one) => one === 1.5) &&
    present.every((one) => one === 2) &&
    start.every((one) => one === 3) &&
    end.every((one) => one === 4) &&
    fault.every((one) => one === 5);

  test.each([true, false])('has columns that do not touch, nor those of the next one: compiled %s', (compiled) => {
    withKernel(compiled, () => {
      const batches = [1, 5, 32, 3].map((cells) => filled(new Batch(cells)));
      expect(batches.map(isWhole)).toEqual([true, true, true, true]);
    });
  });

  test('in bytes of a kernel reads the texts of its cells there, others in those that they are given', () => {
    const bytes = new TextEncoder().encode('甲bc');
    for (const compiled of [true, false])
      withKernel(compiled, () => {
        const batch = new Batch(2);
        const at = compiled ? own().call.allocate(8) : 0;
        if (compiled) own().u8.set(bytes, at);
        batch.over(bytes);
        batch.start[STRIDE + 1] = at + 3;
        batch.end[STRIDE + 1] = at + 5;
        expect(batch.text(1, 1)).toBe('bc');
        expect(batch.view.getUint8(at + 3)).toBe(0x62);
        const { view } = batch;
        batch.over(bytes);
        expect(batch.view).toBe(view);
        expect(batch.bytes.subarray(at, at + 5)).toEqual(bytes);
      });
  });

  test('over part of some memory counts from where that part begins', () => {
    const batch = new Batch(1);
    const whole = new TextEncoder().encode('xyzabc');
    batch.over(whole.subarray(3, 5));
    expect([batch.view.byteLength, batch.view.getUint8(0)]).toEqual([2, 0x61]);
  });

  test('is empty once it is cleared', () => {
    const batch = new Batch(1);
    batch.rows = 3;
    batch.faults.push({ row: 0, fault: 1, start: 0, end: 0 });
    batch.screened = true;
    batch.clear();
    expect([batch.rows, batch.faults, batch.screened]).toEqual([0, [], false]);
  });

  test('is looked through for numbers of people where a cell is long enough to hold one', () => {
    for (const [compiled, text, may] of [
      [true, '110101199003078531', true],
      [true, '12345', false],
      [false, '12345', true],
    ] as const)
      withKernel(compiled, () => {
        const batch = new Batch(1);
        const bytes = new TextEncoder().encode(text);
        const at = compiled ? own().call.allocate(64) : 0;
        if (compiled) own().u8.set(bytes, at);
        batch.over(bytes);
        batch.start[0] = at;
        batch.end[0] = at + bytes.length;
        batch.rows = 1;
        expect(batch.mayIdentify()).toBe(may);
      });
  });
});
