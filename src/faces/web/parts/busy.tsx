import type { ReactNode } from 'react';

/** Shown while something takes time; it appears only after a moment, so that quick things do not flicker. */
export function Busy({ children }: { children: ReactNode }): ReactNode {
  return (
    <div className="busy" role="status">
      <span className="busy-bar" aria-hidden="true" />
      <span>{children}</span>
    </div>
  );
}
