const TOLD_MS = 1600;

/** Puts a snippet on the clipboard. */
export function startCopy(): void {
  for (const button of document.querySelectorAll<HTMLElement>("[data-copy]")) button.hidden = false;
  document.addEventListener("click", ({ target }) => {
    const button = target instanceof Element ? target.closest<HTMLElement>("[data-copy]") : null;
    const code = button?.closest("figure")?.querySelector("code");
    if (button !== null && code !== null && code !== undefined) void copyCode(button, code);
  });
}

async function copyCode(button: HTMLElement, code: Element): Promise<void> {
  try {
    await navigator.clipboard.writeText(code.textContent);
    tell(button, "Copied");
  } catch {
    // a browser may keep the clipboard from a file on a disk: the reader copies what is selected
    getSelection()?.selectAllChildren(code);
    tell(button, "Selected");
  }
}

function tell(button: HTMLElement, text: string): void {
  button.textContent = text;
  setTimeout(() => (button.textContent = "Copy"), TOLD_MS);
}
