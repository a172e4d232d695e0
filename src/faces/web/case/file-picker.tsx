import { type ReactNode, useId } from 'react';
import { showBytes } from '../format.ts';
import { useSay } from '../language.tsx';

interface Props {
  files: readonly File[];
  required: boolean;
  error: string | null;
  onChange: (files: readonly File[]) => void;
}

/** Files to keep with what is recorded: a screenshot, a mail, a bill. */
export function FilePicker({ files, required, error, onChange }: Props): ReactNode {
  const say = useSay();
  const id = useId();
  return (
    <div className="field">
      <label htmlFor={id}>
        {say('record.label.attach')}
        {!required && <span className="soft"> {say('web.f.optional')}</span>}
      </label>
      <input
        id={id}
        name="attach"
        type="file"
        multiple
        required={required}
        aria-invalid={error !== null}
        aria-describedby={error === null ? `${id}-hint` : `${id}-error ${id}-hint`}
        onChange={(event) => onChange([...files, ...(event.target.files ?? [])])}
      />
      {files.length > 0 && (
        <ul className="picked">
          {files.map((file, at) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: two files may bear the same name.
            <li key={`${at} ${file.name}`}>
              <span>{say('web.case.file', { name: file.name, size: showBytes(file.size, say.language) })}</span>
              <button
                type="button"
                className="link"
                aria-label={say('web.case.file.remove', { name: file.name })}
                onClick={() => onChange(files.filter((own) => own !== file))}
              >
                {say('web.case.remove')}
              </button>
            </li>
          ))}
        </ul>
      )}
      {error !== null && (
        <p id={`${id}-error`} className="field-error">
          {error}
        </p>
      )}
      <p id={`${id}-hint`} className="soft">
        {say('web.case.attach.hint')}
      </p>
    </div>
  );
}
