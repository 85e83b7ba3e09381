// Properties over random data, as mutants are tried on them: always the same data, and no search for a smaller one.
import fc from 'fast-check';

fc.configureGlobal({ seed: 20220112, endOnFailure: true, interruptAfterTimeLimit: 300 });
