import { type ReactNode, useId } from 'react';
import type { EventField } from '../../../domain/case/events.ts';
import { CHANNEL_KINDS } from '../../../domain/catalog/schema.ts';
import type { Say } from '../../../locale/say.ts';
import { service } from '../../../locale/words.ts';
import { useSay } from '../language.tsx';
import { labelOf } from './value.ts';

interface Props {
  field: EventField;
  value: string;
  error: string | null;
  /** Services the number is still tied to, for the field that names one. */
  services: readonly string[];
  onChange: (value: string) => void;
}

/** Texts that may be longer than a line. */
const LONG = ['note'];

/** One field of an event: its label, and its error tied to it. */
export function RecordField(props: Props): ReactNode {
  const { field, error } = props;
  const say = useSay();
  const id = useId();
  const told = {
    id,
    name: field.name,
    'aria-invalid': error !== null,
    'aria-describedby': error ? `${id}-error` : undefined,
  };
  const yesNo = field.kind === 'yes-no';
  return (
    <div className={`field field-${field.kind}`}>
      {!yesNo && (
        <label htmlFor={id}>
          {labelOf(field.name, say)}
          {!field.required && <span className="soft"> {say('web.f.optional')}</span>}
        </label>
      )}
      {yesNo ? <YesNo {...props} told={told} /> : <Control {...props} told={told} />}
      {error !== null && (
        <p id={`${id}-error`} className="field-error">
          {error}
        </p>
      )}
    </div>
  );
}

type Told = { id: string; name: string; 'aria-invalid': boolean; 'aria-describedby': string | undefined };

function YesNo({ field, value, told, onChange }: Props & { told: Told }): ReactNode {
  const say = useSay();
  return (
    <label className="option">
      <input
        {...told}
        type="checkbox"
        checked={value === 'yes' || value === 'true'}
        onChange={(event) => onChange(event.target.checked ? 'yes' : '')}
      />
      <span>{labelOf(field.name, say)}</span>
    </label>
  );
}

function Control({ field, value, services, told, onChange }: Props & { told: Told }): ReactNode {
  const say = useSay();
  const common = {
    ...told,
    value,
    required: field.required === true,
    onChange: (event: { target: { value: string } }) => onChange(event.target.value),
  };
  switch (field.kind) {
    case 'one-of':
      return (
        <select {...common}>
          <option value="">{say(field.required ? 'web.f.country.choose' : 'web.case.notSaid')}</option>
          {(field.values ?? []).map((option) => (
            <option key={option} value={option}>
              {optionName(field.name, option, say)}
            </option>
          ))}
        </select>
      );
    case 'service':
      return <Service {...common} services={services} onPick={onChange} />;
    case 'date':
      return <input {...common} type="date" />;
    case 'usd':
      return (
        <span className="money">
          <span aria-hidden="true">{say('web.f.dollars')}</span>
          <input {...common} type="text" inputMode="decimal" autoComplete="off" placeholder={'0.00'} />
        </span>
      );
    case 'whole':
      return <input {...common} type="text" inputMode="numeric" autoComplete="off" />;
    default:
      return LONG.includes(field.name) ? (
        <textarea {...common} rows={3} />
      ) : (
        <input {...common} type="text" autoComplete="off" spellCheck={false} />
      );
  }
}

/** One of the accounts that were named, by a press; or any other, typed. */
function Service({
  services,
  onPick,
  ...common
}: Told & {
  value: string;
  required: boolean;
  services: readonly string[];
  onChange: (event: { target: { value: string } }) => void;
  onPick: (value: string) => void;
}): ReactNode {
  const say = useSay();
  if (services.length === 0) return <input {...common} type="text" autoComplete="off" />;
  const other = !services.includes(common.value);
  return (
    <>
      <select {...common} value={other ? '' : common.value}>
        {services.map((own) => (
          <option key={own} value={own}>
            {service(own, say)}
          </option>
        ))}
        <option value="">{say('web.case.otherService')}</option>
      </select>
      {other && (
        <input
          type="text"
          className="beside"
          aria-label={say('web.case.otherService.name')}
          autoComplete="off"
          value={common.value}
          onChange={(event) => onPick(event.target.value)}
        />
      )}
    </>
  );
}

function optionName(field: string, option: string, say: Say): string {
  const isWay = field === 'via' && CHANNEL_KINDS.some((kind) => kind === option);
  return say(isWay ? `check.kind.${option}` : `record.value.${option}`);
}
