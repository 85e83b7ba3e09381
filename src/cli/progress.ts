// A progress bar for long reading, on a terminal's standard error and nowhere else.

const WIDTH = 30;
/** Books smaller than this are read before anybody could look. */
const LONG = 20_000_000;

export interface ProgressBar {
  update(done: number, total: number): void;
  end(): void;
}

export function progressBar(quiet: boolean): ProgressBar | null {
  if (quiet || process.stderr.isTTY !== true) return null;
  let shown = -1;
  return {
    update(done, total) {
      if (total < LONG) return;
      const percent = Math.floor((done / total) * 100);
      if (percent === shown) return;
      shown = percent;
      const full = Math.floor((percent / 100) * WIDTH);
      process.stderr.write(`\r[${'#'.repeat(full)}${' '.repeat(WIDTH - full)}] ${String(percent).padStart(3)} %`);
    },
    end() {
      if (shown >= 0) process.stderr.write(`\r${' '.repeat(WIDTH + 9)}\r`);
    },
  };
}
