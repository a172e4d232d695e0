import { type KeyboardEvent, type ReactNode, useEffect, useId, useRef, useState } from 'react';
import type { BrandSummary, CatalogIndex } from '../../../domain/catalog/index.ts';
import { useSay } from '../language.tsx';
import { brandsLike } from '../state/brands.ts';

interface Props {
  index: CatalogIndex;
  chosen: string | null;
  onChoose: (slug: string) => void;
}

/**
 * Choose a brand by typing: English, Chinese, nicknames, with typos. An empty field lists all. The keyboard and the roles are
 * those of the ARIA editable combobox with list autocomplete; a library for this one control would weigh 45 kB.
 */
export function BrandPicker({ index, chosen, onChoose }: Props): ReactNode {
  const say = useSay();
  const id = useId();
  const list = useRef<HTMLDivElement>(null);
  const [query, setQuery] = useState<string | null>(null);
  const [open, setOpen] = useState(false);
  const [active, setActive] = useState(-1);
  const nameOf = (brand: BrandSummary): string => brand.name[say.language];
  const current = index.brands.find((brand) => brand.slug === chosen);
  const found = brandsLike(query ?? '', index);

  useEffect(() => {
    if (open) list.current?.scrollIntoView({ block: 'nearest' });
  }, [open]);
  useEffect(() => {
    list.current?.children[active]?.scrollIntoView({ block: 'nearest' });
  }, [active]);

  const show = (at: number): void => {
    setOpen(true);
    setActive(at);
  };
  const close = (): void => {
    setOpen(false);
    setActive(-1);
    setQuery(null);
  };
  const take = (brand: BrandSummary | undefined): void => {
    if (!brand) return;
    close();
    onChoose(brand.slug);
  };
  const step = (by: number): void => {
    if (found.length === 0) {
      setOpen(true);
      return;
    }
    const from = open ? active : by > 0 ? -1 : 0;
    show((from + by + found.length) % found.length);
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.nativeEvent.isComposing) return;
    const run = actionOf(event.key);
    if (!run) return;
    event.preventDefault();
    run();
  };
  const actionOf = (key: string): (() => void) | null => {
    if (key === 'ArrowDown') return () => step(1);
    if (key === 'ArrowUp') return () => step(-1);
    if (key === 'Escape') return close;
    if (key === 'Enter') return () => (open ? take(found[active]) : show(-1));
    return null;
  };

  return (
    <div className="picker">
      <label htmlFor={id}>{say('web.picker.label')}</label>
      <div className="picker-field">
        <input
          id={id}
          className="picker-input"
          type="text"
          role="combobox"
          autoComplete="off"
          spellCheck={false}
          placeholder={say('web.picker.placeholder')}
          aria-autocomplete="list"
          aria-expanded={open}
          aria-controls={`${id}-list`}
          aria-activedescendant={open && found[active] ? `${id}-${active}` : undefined}
          value={query ?? (current ? nameOf(current) : '')}
          onChange={(event) => {
            setQuery(event.target.value);
            show(event.target.value.trim() === '' ? -1 : 0);
          }}
          onClick={() => setOpen(true)}
          onFocus={(event) => event.target.select()}
          onBlur={close}
          onKeyDown={onKeyDown}
        />
        <svg className="picker-mark" viewBox="0 0 12 12" aria-hidden="true">
          <path d="m2 4 4 4 4-4" />
        </svg>
        {/* Pressing inside must not take the focus from the field, else the list closes before the click. */}
        <div className="picker-popup" hidden={!open} onPointerDown={(event) => event.preventDefault()}>
          <div ref={list} id={`${id}-list`} role="listbox" aria-label={say('web.picker.label')}>
            {found.map((brand, at) => (
              // biome-ignore lint/a11y/useKeyWithClickEvents: the field above has the keyboard.
              // biome-ignore lint/a11y/useFocusableInteractive: the focus stays in the field; aria-activedescendant points here.
              <div
                key={brand.slug}
                id={`${id}-${at}`}
                role="option"
                className={at === active ? 'picker-item picker-active' : 'picker-item'}
                aria-selected={at === active}
                onClick={() => take(brand)}
              >
                {nameOf(brand)}
                <OtherName brand={brand} language={say.language} />
              </div>
            ))}
          </div>
          {found.length === 0 && <p className="picker-empty">{say('web.picker.none')}</p>}
        </div>
      </div>
      <p className="unseen" role="status">
        {open &&
          query !== null &&
          (found.length === 0 ? say('web.picker.none') : say('web.brands.count', { count: found.length }))}
      </p>
    </div>
  );
}

function OtherName({ brand, language }: { brand: BrandSummary; language: 'en' | 'zh' }): ReactNode {
  const [other, tag] = language === 'en' ? [brand.name.zh, 'zh-Hans'] : [brand.name.en, 'en'];
  if (other === brand.name[language]) return null;
  return (
    <span className="soft" lang={tag}>
      {other}
    </span>
  );
}
