import { spawn } from 'node:child_process';
import { globSync } from 'node:fs';
import { Builder, By } from 'selenium-webdriver';
import { freePort } from '../scratch-project.ts';
import { KEYS, type Engine } from './engine.ts';

/** Starts WebKitGTK's MiniBrowser on a virtual screen, connected to this machine only. */
export async function startWebKit(): Promise<Engine> {
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const screen = ['--auto-servernum', '--server-args=-screen 0 1280x800x24'];
  // A process group of its own, so that the screen ends with the driver.
  const driverProcess = spawn('xvfb-run', [...screen, 'WebKitWebDriver', `--port=${port}`], {
    detached: true,
    stdio: 'ignore',
  });
  await untilReady(`${url}/status`);
  const driver = await new Builder()
    .usingServer(url)
    .withCapabilities({
      browserName: 'MiniBrowser',
      // Commands run while a page loads. `open` waits itself.
      pageLoadStrategy: 'none',
      'webkitgtk:browserOptions': {
        binary: globSync('/usr/lib/*/webkit2gtk-4.1/MiniBrowser')[0],
        args: [
          '--automation',
          '--full-screen',
          // Everything else goes to a proxy that does not exist.
          '--proxy=http://127.0.0.1:9',
          '--ignore-host=127.0.0.1',
        ],
      },
    })
    .build();
  const evaluate: Engine['evaluate'] = (run, ...args) => driver.executeScript(run, ...args);
  const navigate = async (start: () => Promise<void>): Promise<void> => {
    await evaluate(() => {
      document.documentElement.dataset.left = '';
    });
    await start();
    await driver.wait(() =>
      evaluate(
        () =>
          document.readyState === 'complete' && document.documentElement.dataset.left === undefined,
      ).catch(() => false),
    );
  };
  return {
    open: (address) => navigate(() => driver.get(address)),
    reload: () => navigate(() => driver.navigate().refresh()),
    evaluate,
    click: async (selector) => driver.findElement(By.css(selector)).click(),
    type: (text) => driver.actions().sendKeys(text).perform(),
    press: (key) => driver.actions().sendKeys(KEYS[key]).perform(),
    screenshot: async () => Buffer.from(await driver.takeScreenshot(), 'base64'),
    close: async () => {
      await driver.quit();
      if (driverProcess.pid !== undefined) process.kill(-driverProcess.pid);
    },
  };
}

async function untilReady(status: string): Promise<void> {
  const deadline = Date.now() + 30_000;
  while (
    !(await fetch(status).then(
      ({ ok }) => ok,
      () => false,
    ))
  ) {
    if (Date.now() > deadline) throw new Error('WebKitWebDriver did not start in 30 seconds.');
    await new Promise((done) => setTimeout(done, 50));
  }
}
