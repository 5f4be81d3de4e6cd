/** What is wrong, said once: of several resources with the same evidence it speaks of each. */
export function sentenceOf(message: string, address: string | undefined, others: number): string {
  if (others === 0 || address === undefined || address === "") return message;
  const sentence = message.split(address).join("each");
  return sentence.startsWith("each") ? `E${sentence.slice(1)}` : sentence;
}
