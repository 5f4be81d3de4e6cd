const KEY = "genoscan-theme";

/** What the reader has chosen in this browser; `auto` follows the system. */
export function chosenTheme(): string {
  try {
    return localStorage.getItem(KEY) ?? "auto";
  } catch {
    // a file opened from a disk may have no storage
    return "auto";
  }
}

export function applyTheme(theme: string): void {
  document.documentElement.dataset["theme"] = theme;
}

export function startTheme(): void {
  const current = chosenTheme();
  for (const radio of document.querySelectorAll<HTMLInputElement>('input[name="theme"]')) {
    radio.checked = radio.value === current;
    radio.addEventListener("change", () => chooseTheme(radio.value));
  }
}

function chooseTheme(theme: string): void {
  applyTheme(theme);
  try {
    localStorage.setItem(KEY, theme);
  } catch {
    // the choice holds until the page is closed
  }
}
