import type { ReactNode } from 'react';

/** Why what was asked was not done. It takes the focus, so that it is heard and seen before the form is tried again. */
export function Refused({ sentence }: { sentence: string }): ReactNode {
  return (
    <div className="problem" role="alert" tabIndex={-1}>
      <p>{sentence}</p>
    </div>
  );
}
