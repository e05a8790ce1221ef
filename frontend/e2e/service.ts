import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const binary = process.env['LOFTET_BINARY'] ?? fileURLToPath(new URL('../../bin/loftet', import.meta.url))

export interface Service {
  /** "http://127.0.0.1:41234" */
  address: string
  /** Everything it has printed, for a failing test. */
  output: () => string
  stop: () => Promise<void>
}

/** Starts the built binary with demonstration data in a folder of its own, on a free port; the folder goes away with it. */
export async function startService(): Promise<Service> {
  const data = await mkdtemp(join(tmpdir(), 'loftet-e2e-'))
  // Nothing of the caller's settings: an unknown or a real LOFTET_* must not reach the service under test.
  const env = { PATH: process.env['PATH'], HOME: data, TMPDIR: tmpdir(), LOFTET_DATA: data }
  const child = spawn(binary, ['serve', '--demo', '--address', '127.0.0.1:0'], { env, stdio: ['ignore', 'pipe', 'pipe'] })
  let output = ''
  child.stdout.on('data', (chunk: Buffer) => (output += chunk.toString()))
  child.stderr.on('data', (chunk: Buffer) => (output += chunk.toString()))
  try {
    const address = await addressOf(child, () => output)
    return {
      address,
      output: () => output,
      stop: async () => {
        await ended(child)
        await rm(data, { recursive: true, force: true })
      },
    }
  } catch (thrown) {
    await ended(child)
    await rm(data, { recursive: true, force: true })
    throw thrown
  }
}

function addressOf(child: ChildProcess, output: () => string): Promise<string> {
  return new Promise((found, failed) => {
    const limit = setTimeout(() => done(new Error(`${binary} did not say where it listens within 60 s:\n${output()}`)), 60_000)
    const look = () => {
      const address = /answers on (https?:\/\/\S+)/.exec(output())?.[1]
      if (address) done(address.replace(/\/$/, ''))
    }
    const done = (result: string | Error) => {
      clearTimeout(limit)
      child.stdout?.off('data', look)
      if (typeof result === 'string') found(result)
      else failed(result)
    }
    child.stdout?.on('data', look)
    child.once('error', (error) => done(new Error(`${binary} could not be started (make build): ${error.message}`)))
    child.once('exit', (code) => done(new Error(`${binary} ended with ${code} before it listened:\n${output()}`)))
  })
}

async function ended(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return
  const exit = new Promise<void>((done) => child.once('exit', () => done()))
  child.kill('SIGTERM')
  const limit = setTimeout(() => child.kill('SIGKILL'), 15_000)
  await exit
  clearTimeout(limit)
}
