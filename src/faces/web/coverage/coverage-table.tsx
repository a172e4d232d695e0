import type { ReactNode } from 'react';
import type { Coverage } from '../../../domain/catalog/counts.ts';
import { useSay } from '../language.tsx';
import { fieldName } from './field-name.ts';

/** Every field with how often it is known, contested and unknown; the least known first. */
export function CoverageTable({ coverage }: { coverage: readonly Coverage[] }): ReactNode {
  const say = useSay();
  return (
    <div className="coverage">
      <table>
        <thead>
          <tr>
            <th scope="col">{say('web.catalog.col.field')}</th>
            <th scope="col">{say('web.catalog.col.known')}</th>
            <th scope="col">{say('web.catalog.col.conflicting')}</th>
            <th scope="col">{say('web.catalog.col.unknown')}</th>
          </tr>
        </thead>
        <tbody>
          {coverage.map(({ field, known, conflicting, unknown, applies }) => (
            <tr key={field}>
              <th scope="row">
                {fieldName(field, say)}
                <meter min={0} max={applies} value={known + conflicting} aria-hidden="true" />
              </th>
              <td>{known}</td>
              <td>{conflicting}</td>
              <td>{unknown}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
