// SPDX-License-Identifier: Apache-2.0
// Decodes every file named into lists (the cheapest of its modes); prints how many files and
// records there were. This package compares no CRC unless it is not forced.
import { readFileSync } from 'node:fs';
import Parser from 'fit-file-parser';

const FitParser = Parser.default ?? Parser;
let files = 0;
let failed = 0;
let records = 0;
for (const path of process.argv.slice(2)) {
  const parser = new FitParser({ force: true, mode: 'list' });
  parser.parse(readFileSync(path), (error, read) => {
    if (error) {
      failed += 1;
    } else {
      files += 1;
      records += (read.records ?? []).length;
    }
  });
}
console.log(`${files} files, ${failed} failed, ${records} records`);
