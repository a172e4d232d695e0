import { type ReactNode, useLayoutEffect, useRef, useState } from 'react';
import type { DecideView } from '../../../app/decide.ts';
import { formatDay } from '../../../domain/time/civil.ts';
import { LANGUAGE_TAGS, type Language } from '../../../locale/say.ts';
import { showCost, showDate, showUsd } from '../format.ts';
import { useSay } from '../language.tsx';
import { linkTo } from '../router.ts';
import { type Chart, chartOf, costBy, type Line, tableDays } from './chart-data.ts';
import { optionName } from './names.ts';

const HEIGHT = 300;
const EDGE = { top: 16, bottom: 30, left: 58 };
/** Room for the whisker of each line at the right edge. */
const WHISKER = 13;

/** What each option costs over time in the worst case, with the range at the end; the same as a table below. `answer`: where to tell what is missing. */
export function CostChart({ view, answer }: { view: DecideView; answer?: ReactNode }): ReactNode {
  const say = useSay();
  const chart = chartOf(view);
  const [box, width] = useWidth();
  if (!chart) return null;
  // Nothing but open ends: a chart of flat lines would look like "costs nothing".
  if (chart.lines.every((line) => line.open && line.points.every((point) => point.cents === 0))) {
    return (
      <p>
        {say('web.chart.nothing')}{' '}
        {answer ?? <a href={linkTo({ page: 'questions', question: 'price' })}>{say('web.plan.answer')}</a>}
      </p>
    );
  }
  const usd = (cents: number): string => showUsd((cents / 100).toFixed(2), say.language);
  // The axis has room for few letters; "US$" is said everywhere else.
  const rung = (cents: number): string => usd(cents).replace('US', '');

  return (
    <figure className="chart">
      <div ref={box}>
        <svg width={width} height={HEIGHT} viewBox={`0 0 ${width} ${HEIGHT}`} role="img" aria-label={summary()}>
          <Grid chart={chart} width={width} usd={rung} language={say.language} />
          {/* The best option is drawn last, above lines that run the same way. */}
          {chart.lines
            .map((line, index) => <Drawn key={line.kind} chart={chart} line={line} index={index} width={width} />)
            .reverse()}
        </svg>
      </div>
      <ul className="legend">
        {chart.lines.map((line) => (
          <li key={line.kind}>
            <svg className={`stroke stroke-${line.kind}`} viewBox="0 0 32 10" aria-hidden="true">
              <path d="M0 5h32" />
            </svg>
            <span>{optionName(line.option, say)}</span>
            <strong>{line.option.cost && showCost(line.option.cost, say)}</strong>
          </li>
        ))}
      </ul>
      <figcaption className="soft">{say('web.chart.caption')}</figcaption>
      <ChartTable chart={chart} usd={usd} />
    </figure>
  );

  function summary(): string {
    const costs = (chart?.lines ?? []).map((line) =>
      say('web.chart.line', {
        option: optionName(line.option, say),
        cost: line.option.cost ? showCost(line.option.cost, say) : '',
      }),
    );
    return [say('web.chart.label'), ...costs].join(' ');
  }
}

interface GridProps {
  chart: Chart;
  width: number;
  usd: (cents: number) => string;
  language: Language;
}

function Grid({ chart, width, usd, language }: GridProps): ReactNode {
  const { x, y, right } = scales(chart, width);
  const every = Math.max(1, Math.ceil((chart.months.length * 44) / (right - EDGE.left)));
  const month = new Intl.DateTimeFormat(LANGUAGE_TAGS[language], { month: 'short', timeZone: 'UTC' });
  return (
    <g className="grid">
      {chart.rungs.map((cents) => (
        <g key={cents}>
          <path d={`M${EDGE.left} ${y(cents)}H${right}`} className={cents === 0 ? 'zero' : undefined} />
          <text x={EDGE.left - 8} y={y(cents) + 4} textAnchor="end">
            {usd(cents)}
          </text>
        </g>
      ))}
      {chart.months
        .filter((_, index) => index % every === 0)
        .map((day) => (
          <g key={day}>
            <path d={`M${x(day)} ${HEIGHT - EDGE.bottom}v5`} />
            <text x={x(day)} y={HEIGHT - 8} textAnchor="middle">
              {month.format(new Date(`${formatDay(day)}T00:00Z`))}
            </text>
          </g>
        ))}
    </g>
  );
}

function Drawn({ chart, line, index, width }: { chart: Chart; line: Line; index: number; width: number }): ReactNode {
  const { x, y, right } = scales(chart, width);
  const [start, ...rest] = line.points;
  if (!start) return null;
  const path = rest.map((point) => `H${x(point.day)}V${y(point.cents)}`).join('');
  const at = right + (index + 0.7) * WHISKER;
  const top = y(line.maxCents ?? costBy(line, chart.last));
  const low = y(line.minCents);
  return (
    <g className={`stroke stroke-${line.kind}${index === 0 ? ' stroke-best' : ''}`}>
      <path d={`M${x(start.day)} ${y(start.cents)}${path}`} />
      <path className="whisker" d={`M${at - 4} ${top}h8M${at} ${top}V${low}M${at - 4} ${low}h8`} />
      {line.open && <path className="whisker" d={`M${at} ${top}V${EDGE.top}m-4 6l4 -6l4 6`} />}
    </g>
  );
}

function ChartTable({ chart, usd }: { chart: Chart; usd: (cents: number) => string }): ReactNode {
  const say = useSay();
  const days = tableDays(chart);
  return (
    <details>
      <summary>{say('web.chart.table')}</summary>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reachable by keyboard. */}
      <section className="scrolls" tabIndex={0} aria-label={say('web.chart.table')}>
        <table>
          <thead>
            <tr>
              <th scope="col">{say('web.chart.option')}</th>
              {days.map((day) => (
                <th key={day} scope="col">
                  {say('web.chart.by', { date: showDate(formatDay(day), say.language, 'short') })}
                </th>
              ))}
              <th scope="col">{say('web.chart.range')}</th>
            </tr>
          </thead>
          <tbody>
            {chart.lines.map((line) => (
              <tr key={line.kind}>
                <th scope="row">{optionName(line.option, say)}</th>
                {days.map((day) => (
                  <td key={day}>{usd(costBy(line, day))}</td>
                ))}
                <td>{line.option.cost && showCost(line.option.cost, say)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </details>
  );
}

function scales(chart: Chart, width: number) {
  const right = width - 8 - chart.lines.length * WHISKER;
  const bottom = HEIGHT - EDGE.bottom;
  return {
    right,
    x: (day: number) => EDGE.left + ((day - chart.first) / (chart.last - chart.first)) * (right - EDGE.left),
    y: (cents: number) => bottom - ((cents - chart.low) / (chart.high - chart.low)) * (bottom - EDGE.top),
  };
}

/** The width of an element, kept up to date. */
function useWidth(): [React.RefObject<HTMLDivElement | null>, number] {
  const box = useRef<HTMLDivElement>(null);
  const [width, setWidth] = useState(600);
  useLayoutEffect(() => {
    if (!box.current) return;
    const observer = new ResizeObserver(
      ([entry]) => entry && setWidth(Math.max(240, Math.floor(entry.contentRect.width))),
    );
    observer.observe(box.current);
    return () => observer.disconnect();
  }, []);
  return [box, width];
}
