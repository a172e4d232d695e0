import { type ReactNode, useId } from 'react';
import type { Say } from '../../../locale/say.ts';
import { useSay } from '../language.tsx';
import { countries } from './countries.ts';
import type { Field } from './fields.ts';

export type Typed = string | readonly string[];

interface Props {
  field: Field;
  value: Typed;
  error: string | null;
  /** Names of products and the like, which stand in the catalog and not in the locale. */
  optionName: (field: Field, option: string) => string | null;
  /** The only field of its page is named by the page's heading. */
  alone: boolean;
  headingId: string;
  onChange: (value: Typed) => void;
}

/** One field of a question, its label and its error tied to it. */
export function FieldInput(props: Props): ReactNode {
  const { field } = props;
  if (field.kind === 'choice' || field.kind === 'checks') return <Options {...props} />;
  return <Single {...props} />;
}

function Options({ field, value, error, optionName, alone, headingId, onChange }: Props): ReactNode {
  const say = useSay();
  const id = useId();
  if (field.kind !== 'choice' && field.kind !== 'checks') return null;
  const many = field.kind === 'checks';
  const has = (option: string): boolean => (many ? value.includes(option) : value === option);
  const change = (option: string, on: boolean): void => {
    const others = (Array.isArray(value) ? value : []).filter((one) => one !== option);
    onChange(many ? (on ? [...others, option] : others) : option);
  };
  return (
    <fieldset
      className="field options"
      aria-labelledby={alone ? headingId : undefined}
      aria-describedby={error ? `${id}-error` : undefined}
    >
      {!alone && <legend>{say(`web.f.${field.name}`)}</legend>}
      {field.options.map((option) => (
        <label key={option} className="option">
          <input
            type={many ? 'checkbox' : 'radio'}
            name={field.name}
            value={option}
            checked={has(option)}
            aria-invalid={error !== null}
            onChange={(event) => change(option, event.target.checked)}
          />
          <span>{optionName(field, option) ?? say(`web.f.${field.name}.${option}`)}</span>
        </label>
      ))}
      <FieldError id={id} error={error} />
    </fieldset>
  );
}

function Single({ field, value, error, onChange }: Props): ReactNode {
  const say = useSay();
  const id = useId();
  const text = typeof value === 'string' ? value : '';
  const common = {
    id,
    name: field.name,
    value: text,
    'aria-invalid': error !== null,
    'aria-describedby': error ? `${id}-error` : undefined,
    onChange: (event: { target: { value: string } }) => onChange(event.target.value),
  };
  return (
    <div className={`field field-${field.kind}`}>
      <label htmlFor={id}>
        {say(`web.f.${field.name}`)}
        {field.optional && <span className="soft"> {say('web.f.optional')}</span>}
      </label>
      {control(field, common, id, say)}
      <FieldError id={id} error={error} />
    </div>
  );
}

function control(field: Field, common: Record<string, unknown>, id: string, say: Say): ReactNode {
  switch (field.kind) {
    case 'date':
      return <input {...common} type="date" />;
    case 'money':
      return (
        <span className="money">
          <span aria-hidden="true">{say('web.f.dollars')}</span>
          <input {...common} type="text" inputMode="decimal" autoComplete="off" placeholder={'0.00'} />
        </span>
      );
    case 'count':
      return <input {...common} type="text" inputMode="numeric" autoComplete="off" />;
    case 'country':
      return (
        <select {...common}>
          <option value="">{say('web.f.country.choose')}</option>
          {countries(say.language).map(({ code, name }) => (
            <option key={code} value={code}>
              {name}
            </option>
          ))}
        </select>
      );
    case 'zone':
      return (
        <>
          <input {...common} type="text" list={`${id}-zones`} autoComplete="off" spellCheck={false} />
          <datalist id={`${id}-zones`}>
            {Intl.supportedValuesOf('timeZone').map((zone) => (
              <option key={zone} value={zone} />
            ))}
          </datalist>
        </>
      );
    default:
      return null;
  }
}

function FieldError({ id, error }: { id: string; error: string | null }): ReactNode {
  if (error === null) return null;
  return (
    <p id={`${id}-error`} className="field-error">
      {error}
    </p>
  );
}
