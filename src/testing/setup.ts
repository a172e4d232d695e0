import fc from 'fast-check';

/**
 * The same cases in every run, so that what was green here is green elsewhere. `FC_SEED=$RANDOM npm run unit` looks at others;
 * a counterexample it finds becomes an example of its own.
 */
fc.configureGlobal({ seed: Number(process.env.FC_SEED ?? 20_261_124) });
