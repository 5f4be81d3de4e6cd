import { afterEach, describe, expect, it, vi } from "vitest";
import { openTerminal } from "../../src/commands/terminal.ts";

afterEach(() => vi.restoreAllMocks());

/** A process with streams that remember what is written to them. */
function fakeProcess({
  isTTY = true,
  columns = 80,
  env = {},
}: {
  isTTY?: boolean;
  columns?: number;
  env?: NodeJS.ProcessEnv;
}) {
  const written: string[] = [];
  const stream = {
    isTTY,
    columns,
    write: (text: string, done?: () => void) => (written.push(text), done?.(), true),
  };
  return {
    process: {
      stdout: stream,
      stderr: stream,
      stdin: stream,
      env,
      uptime: () => 0,
    } as unknown as NodeJS.Process,
    written,
  };
}

describe("openTerminal", () => {
  it.each([
    ["a terminal", {}, undefined, true],
    ["no terminal", { isTTY: false }, undefined, false],
    ["NO_COLOR", { env: { NO_COLOR: "1" } }, undefined, false],
    ["an empty NO_COLOR, which says nothing (no-color.org)", { env: { NO_COLOR: "" } }, undefined, true],
    ["a terminal that knows no colours", { env: { TERM: "dumb" } }, undefined, false],
    ["--color wins over NO_COLOR", { isTTY: false, env: { NO_COLOR: "1" } }, true, true],
    ["--no-color", {}, false, false],
  ])("colours: %s", (_, given, asked, color) => {
    expect(openTerminal(fakeProcess(given).process, asked, false).color).toBe(color);
  });

  it.each([
    [80, 80],
    [300, 110],
  ])("prose of a terminal of %i columns has %i", (columns, width) => {
    expect(openTerminal(fakeProcess({ columns }).process, undefined, false).width).toBe(width);
  });

  it("shows progress after a second and takes it away before anything else is written", async () => {
    const { process, written } = fakeProcess({});
    const uptime = vi.spyOn(process, "uptime").mockReturnValue(0.5);
    const terminal = openTerminal(process, false, false);
    uptime.mockReturnValue(1.499);
    terminal.progress("reading");
    expect(written).toEqual([]);
    uptime.mockReturnValue(1.501);
    terminal.progress("evaluating");
    await terminal.print("report\n");
    expect(written).toEqual(["\r\u001b[Kevaluating …", "\r\u001b[K", "report\n"]);
  });

  it.each([
    ["standard error is no terminal", { isTTY: false }, false],
    ["--quiet", {}, true],
  ])("shows no progress when %s", (_, given, isQuiet) => {
    const { process, written } = fakeProcess(given);
    const uptime = vi.spyOn(process, "uptime").mockReturnValue(0.5);
    const terminal = openTerminal(process, false, isQuiet);
    uptime.mockReturnValue(5);
    terminal.progress("reading");
    expect(written).toEqual([]);
  });

  it("escapes what inputs say", () => {
    const { process, written } = fakeProcess({});
    openTerminal(process, false, false).complain("\u001b[2J::error::x");
    expect(written).toEqual(["\\x1b[2J::error::x\n"]);
  });
});
