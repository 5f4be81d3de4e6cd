/** What a filter asks for, by the name of its field; what is not asked for is left out. */
export type Asked = Readonly<Record<string, string>>;

export interface FilterForm {
  readonly asked: () => Asked;
  readonly set: (values: Asked) => void;
  readonly tell: (text: string) => void;
}

/** Shows the filter of a list and calls `apply` when the reader has changed it. */
export function startFilter(list: string, apply: (asked: Asked) => string): FilterForm | undefined {
  const form = document.querySelector<HTMLFormElement>(`form[data-filters="${list}"]`);
  const output = document.querySelector<HTMLOutputElement>(`output[data-count="${list}"]`);
  if (form === null || output === null) return undefined;
  let isPlanned = false;

  function asked(): Asked {
    const entries = [...new FormData(form ?? undefined)].flatMap(([name, value]) =>
      typeof value === "string" && value.trim() !== "" ? [[name, value.trim()] as const] : [],
    );
    return Object.fromEntries(entries);
  }

  function run(): void {
    isPlanned = false;
    const values = asked();
    form?.classList.toggle("is-active", Object.keys(values).length > 0);
    tell(apply(values));
  }

  // typing stays quick: what several keys ask for between two pictures is done once
  function plan(): void {
    if (isPlanned) return;
    isPlanned = true;
    requestAnimationFrame(run);
  }

  function set(values: Asked): void {
    for (const field of form?.elements ?? []) {
      if (field instanceof HTMLInputElement || field instanceof HTMLSelectElement) {
        field.value = values[field.name] ?? "";
      }
    }
    run();
  }

  function tell(text: string): void {
    if (output !== null) output.value = text;
  }

  form.hidden = false;
  form.addEventListener("input", plan);
  form.addEventListener("submit", (event) => event.preventDefault());
  form.addEventListener("reset", () => setTimeout(run));
  // a browser keeps what stood in the fields when a page is loaded again
  run();
  return { asked, set, tell };
}

export function showEmpty(list: string, isEmpty: boolean): void {
  const note = document.querySelector<HTMLElement>(`[data-empty="${list}"]`);
  if (note !== null) note.hidden = !isEmpty;
}
