import { AppError } from '../../shared/contract/app-error';
import type { Language } from '../../shared/contract/primitives';
import { describeFailure } from '../services/wording';
import { consoleWords, EXIT, type ExitStatus } from './answer';
import { languageOfLine, parseCommandLine, UsageError } from './arguments';
import { COMMANDS } from './commands';

const argv = process.argv.slice(2);
const cwd = process.env['INIT_CWD'] ?? process.cwd();
const locale = process.env['LC_ALL'] ?? process.env['LANG'];

function print(text: string): void {
  process.stdout.write(`${text}\n`);
}

function failureOf(
  error: unknown,
  language: Language,
): { code: string; message: string; status: ExitStatus } {
  if (error instanceof UsageError) {
    return {
      code: error.code,
      message: consoleWords(language)(`usage.${error.code}`, error.params),
      status: EXIT.usage,
    };
  }
  if (error instanceof AppError) {
    return {
      code: error.code,
      message: describeFailure(error.code, error.params, language),
      status: EXIT.unusable,
    };
  }
  process.stderr.write(
    `${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`,
  );
  return {
    code: 'unexpected',
    message: describeFailure('unexpected', {}, language),
    status: EXIT.unusable,
  };
}

async function run(): Promise<ExitStatus> {
  const language = languageOfLine(argv, locale);
  const wantsJson = argv.includes('--json');
  try {
    const line = parseCommandLine(argv, cwd, locale);
    if (line.help || line.command === '' || line.command === 'help') {
      print(consoleWords(language)('help'));
      return line.help || line.command === 'help' ? EXIT.done : EXIT.usage;
    }
    const command = COMMANDS[line.command];
    if (command === undefined) throw new UsageError('command-unknown', { given: line.command });
    const answer = await command(line);
    print(line.json ? JSON.stringify(answer.json) : answer.text.join('\n'));
    return answer.status;
  } catch (error) {
    const { code, message, status } = failureOf(error, language);
    if (wantsJson) print(JSON.stringify({ error: { code, message } }));
    else process.stderr.write(`${message}\n`);
    return status;
  }
}

process.exitCode = await run();
