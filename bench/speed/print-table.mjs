const MB = 1024;

/** The medians of the samples of a program: `time` and `cpu` in milliseconds, `memory` in kB. */
export function medians(samples) {
  const median = (key) => {
    const sorted = samples.map((sample) => sample[key]).sort((one, other) => one - other);
    return sorted[Math.floor(sorted.length / 2)];
  };
  return { time: median('time'), cpu: median('cpu'), memory: median('memory'), rounds: samples.length };
}

/** The row with its ratio; `isMet` says whether it is within reach. */
export function compared(row, programs) {
  const [one, other] = [programs[row.program], programs[row.against]];
  const reason = one?.unavailable ?? other?.unavailable;
  if (reason) return { ...row, unavailable: reason };
  const unit = row.unit ?? 'time';
  const ratio = one[unit] / other[unit];
  return { ...row, ratio, cpuRatio: one.cpu / other.cpu, memory: one.memory, isMet: ratio <= row.reach };
}

/** Both tables, at most 80 columns wide. */
export function tables(rows, programs) {
  return [...rowLines(rows), '', ...programLines(programs)].join('\n');
}

function rowLines(rows) {
  const line = (title, other, ...columns) =>
    `${title.padEnd(23)}${other.padEnd(25)}${columns.map((column) => column.padStart(6)).join('')}`;
  return [
    `${line('measure', 'against', 'ratio', 'CPU', 'reach')}      memory`,
    ...rows.map((row) => {
      if (row.unavailable) return `${line(row.title, row.other)}  not available: ${row.unavailable}`;
      const cpu = row.unit === 'memory' ? '' : figure(row.cpuRatio);
      const verdict = row.isMet ? 'yes' : 'NO';
      return `${line(row.title, row.other, figure(row.ratio), cpu, figure(row.reach))} ${verdict.padEnd(4)}${megabytes(row.memory)}`;
    }),
  ];
}

function programLines(programs) {
  return [
    `${'program'.padEnd(16)}${'time, s'.padStart(10)}${'CPU, s'.padStart(10)}${'memory'.padStart(10)}${'rounds'.padStart(8)}`,
    ...Object.entries(programs).map(([name, { unavailable, time, cpu, memory, rounds }]) =>
      unavailable
        ? `${name.padEnd(16)}  ${unavailable}`
        : `${name.padEnd(16)}${seconds(time)}${seconds(cpu)}${megabytes(memory).padStart(10)}${String(rounds).padStart(8)}`,
    ),
  ];
}

const figure = (ratio) => ratio.toFixed(ratio < 0.995 ? 2 : 1);
const seconds = (time) => (time / 1000).toFixed(2).padStart(10);
const megabytes = (kb) => (kb === undefined ? '' : `${Math.round(kb / MB)} MB`.padStart(8));
