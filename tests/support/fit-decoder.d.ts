declare module 'fit-decoder' {
  /** The file in numbers; throws where one of its two checksums does not fit. */
  export function fit2json(bytes: ArrayBuffer): {
    readonly header: {
      readonly headerSize: number
      readonly protocolVersion: number
      readonly headerCrc: number
    }
  }
  /** The same in the words of the profile, as far as the decoder knows them. */
  export function parseRecords(read: ReturnType<typeof fit2json>): {
    readonly records: readonly { readonly type: string; readonly data: Readonly<Record<string, unknown>> }[]
  }
}
