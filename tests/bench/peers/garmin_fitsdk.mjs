// SPDX-License-Identifier: Apache-2.0
// Decodes every file named, with scaling, components and strings, and checks its CRC; prints how
// many files, messages and records there were.
import { readFileSync } from 'node:fs';
import { Decoder, Stream } from '@garmin/fitsdk';

let files = 0;
let messages = 0;
let records = 0;
for (const path of process.argv.slice(2)) {
  const decoder = new Decoder(Stream.fromBuffer(readFileSync(path)));
  if (!decoder.checkIntegrity()) {
    throw new Error(`${path}: not whole`);
  }
  const { messages: read, errors } = decoder.read();
  if (errors.length > 0) {
    throw new Error(`${path}: ${errors[0]}`);
  }
  files += 1;
  records += (read.recordMesgs ?? []).length;
  for (const list of Object.values(read)) {
    messages += list.length;
  }
}
console.log(`${files} files, ${messages} messages, ${records} records`);
