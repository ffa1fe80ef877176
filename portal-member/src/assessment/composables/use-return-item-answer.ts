import { ReturnItemAnswerDocument } from './command-documents'
import { useCommand } from './use-command'

export function useReturnItemAnswer() {
  const command = useCommand(ReturnItemAnswerDocument, (data) => data.returnItemAnswer.problems)

  async function answer(item: { id: string; version: number }, text: string): Promise<boolean> {
    const done = await command.run({
      input: {
        itemId: item.id,
        answer: text,
        expectedVersion: item.version,
        idempotencyKey: crypto.randomUUID(),
      },
    })
    return done !== null
  }

  return { answer, busy: command.busy, failure: command.failure }
}
