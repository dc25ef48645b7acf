import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { folderWith } from '../cli/run.ts';
import { ENVIRONMENT, install, runIn } from '../hooks/repository.ts';
import { nothingHappened, put, yamlOf } from '../reports.ts';

const sound = yamlOf(nothingHappened());
const wrong = yamlOf(put(nothingHappened(), 'applications', 3));

test.each(['docs/getting-started.md', 'docs/getting-started.zh-CN.md'])(
  'the commands of %s lead to a commit that a hook checks, in a folder with a Chinese name',
  async (page) => {
    const [, commands = ''] = /^## 5[\s\S]*?```bash\n([\s\S]*?)```/mu.exec(await readFile(page, 'utf8')) ?? [];
    const outer = await folderWith({});
    const folder = join(outer.path, '年报');
    await mkdir(folder);
    await install(folder);
    await writeFile(join(folder, '2024.yaml'), sound);
    const run = runIn(folder, ENVIRONMENT);
    expect(await run('bash', '-e', '-c', commands)).toMatchObject({ code: 0 });
    const committed = async () => (await run('git', 'ls-tree', '-r', '--name-only', 'HEAD')).stdout;
    expect(await committed()).toBe('.gitignore\n2024.yaml\n');
    await writeFile(join(folder, '2024.yaml'), wrong);
    const stopped = await run('git', 'commit', '-a', '-m', 'x');
    expect(stopped).toMatchObject({ code: 1, stderr: expect.stringContaining('not-a-row') });
    expect(stopped.stderr).toContain('没有提交。');
    await outer.remove();
  },
);
