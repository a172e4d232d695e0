/** Which end of an interval is reckoned: every unknown at its dearest, or at its cheapest. */
export type Side = 'worst' | 'best';
