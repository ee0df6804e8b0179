import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { openEditor } from '../../src/cli/editor.ts'
import { fileWith } from '../support/fake-host.ts'

describe('the editor', () => {
  const edited = async (env: Readonly<Record<string, string>>) => {
    const file = fileWith('before\n', 'a name with spaces.json')
    return [await openEditor({ env, platform: 'linux' }, file), readFileSync(file, 'utf8')]
  }

  it('is $VISUAL before $EDITOR, with its arguments', async () => {
    expect(await edited({ VISUAL: "sed -i 's/before/after it/'", EDITOR: 'false' })).toEqual([
      true,
      'after it\n',
    ])
    expect(await edited({ VISUAL: '', EDITOR: 'sed -i s/before/after/' })).toEqual([true, 'after\n'])
  })

  it.each(['false', 'no-such-editor 2>/dev/null', 'kill -9 $$ ;'])(
    'says when it failed: %s',
    async (EDITOR) => {
      expect(await edited({ EDITOR })).toEqual([false, 'before\n'])
    },
  )
})
