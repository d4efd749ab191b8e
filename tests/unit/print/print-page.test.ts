import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { PRINT_POLICY, PrintPages } from '../../../electron/platform/print-page';

const folder = mkdtempSync(join(tmpdir(), 'print-page-'));
const root = join(folder, 'renderer');

beforeAll(() => {
  mkdirSync(join(root, 'assets'), { recursive: true });
  writeFileSync(
    join(root, 'print.html'),
    '<link rel="stylesheet" crossorigin href="/assets/print-A1.css">',
  );
  writeFileSync(
    join(root, 'assets/print-A1.css'),
    '@font-face{src:url(./pt-sans-latin-400-normal-B2.woff2)format("woff2")}',
  );
  writeFileSync(join(root, 'assets/pt-sans-latin-400-normal-B2.woff2'), 'face');
  writeFileSync(join(root, 'assets/index.js'), 'alert(1)');
  writeFileSync(join(folder, 'secret.css'), 'secret');
});
afterAll(() => rmSync(folder, { recursive: true }));

const page = {
  title: '«Бриф» <1>',
  lang: 'ru' as const,
  bodyHtml: '<main>тело</main>',
  footer: { left: 'Агентство <b>' },
};

describe('pages of the print window', () => {
  it('serves a page under its token until it is forgotten', async () => {
    const pages = new PrintPages(root);
    const address = pages.add('t1', page);
    const answer = pages.respond(address);
    const text = await answer.text();
    expect(answer.headers.get('content-security-policy')).toBe(PRINT_POLICY);
    expect(text).toContain('<html lang="ru">');
    expect(text).toContain('<title>«Бриф» &lt;1&gt;</title>');
    expect(text).toContain('<main>тело</main>');
    expect(text).toContain('href="/assets/print-A1.css"');
    expect(text).toContain('as="font" type="font/woff2" crossorigin href="/assets/pt-sans-latin');
    pages.forget(address);
    expect(pages.respond(address).status).toBe(404);
  });

  it('allows no script, no frame, no form and nothing from elsewhere', () => {
    expect(PRINT_POLICY).toContain("default-src 'none'");
    expect(PRINT_POLICY).not.toMatch(/script-src|unsafe|https?:|connect-src|\*/);
  });

  it('serves styles and faces of the renderer, and nothing else', async () => {
    const pages = new PrintPages(root);
    expect(await pages.respond('app://console/assets/print-A1.css').text()).toContain('@font-face');
    expect(pages.respond('app://console/print/foot.css').status).toBe(200);
    for (const address of [
      'app://console/assets/index.js',
      'app://console/print.html',
      'app://console/print/t2.html',
      'app://console/../secret.css',
      'app://console/%2e%2e/secret.css',
      'app://console/assets/none.css',
      'app://elsewhere/assets/print-A1.css',
      'file:///etc/passwd',
    ]) {
      expect(pages.respond(address).status, address).toBe(404);
    }
  });

  it('writes a foot whose words cannot become markup, with the face as data', () => {
    const foot = new PrintPages(root).footerTemplate(page.footer, 'ru', false);
    expect(foot).toContain('Агентство &lt;b&gt;');
    expect(foot).toContain('<span class="pageNumber"></span> из <span class="totalPages"></span>');
    expect(foot).toContain(`base64,${Buffer.from('face').toString('base64')}`);
    expect(foot).not.toMatch(/url\("?(?:app|file|http)/);
  });
});
