// Properties over random data, as mutants are tried on them: always the same data, no search for a smaller one, and no
// longer than a few books take.
import fc from 'fast-check';

fc.configureGlobal({
  seed: 20220112,
  endOnFailure: true,
  interruptAfterTimeLimit: 50 * Number(process.env.MODEL_RUNS ?? 6),
});
