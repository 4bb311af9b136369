// SPDX-License-Identifier: Apache-2.0
// Decodes every workout named with the official SDK, as whole file and without complaint, and
// compares every field of every step with what stands in the .json beside it.
import { readFileSync } from 'node:fs';
import assert from 'node:assert/strict';
import { Decoder, Stream } from '@garmin/fitsdk';

// Each field under its dynamic name only where the SDK gives both.
const wanted = ['messageIndex', 'durationType', 'durationTime', 'durationDistance', 'durationStep',
  'repeatSteps', 'targetType', 'intensity', 'wktStepName', 'notes'];
const pick = (step) => Object.fromEntries(
  wanted.filter((key) => step[key] !== undefined).map((key) => [key, step[key]]));

let steps = 0;
for (const path of process.argv.slice(2)) {
  const expected = JSON.parse(readFileSync(path.replace(/fit$/, 'json')));
  const decoder = new Decoder(Stream.fromBuffer(readFileSync(path)));
  assert.ok(decoder.checkIntegrity(), `${path}: not whole`);
  const { messages, errors } = decoder.read();
  assert.deepEqual(errors, [], path);
  assert.deepEqual(Object.keys(messages).sort(),
    ['fileIdMesgs', 'workoutMesgs', 'workoutStepMesgs'], path);
  const [file] = messages.fileIdMesgs;
  assert.equal(file.type, 'workout', path);
  assert.equal(file.manufacturer, 'development', path);
  assert.ok(file.serialNumber > 0, path);
  assert.equal(file.timeCreated.getTime(), Date.parse(expected.timeCreated), path);
  const [workout] = messages.workoutMesgs;
  assert.equal(workout.sport, expected.sport, path);
  assert.equal(workout.wktName, expected.wktName, path);
  assert.equal(workout.numValidSteps, expected.steps.length, path);
  assert.deepEqual(messages.workoutStepMesgs.map(pick), expected.steps.map(pick), path);
  steps += expected.steps.length;
}
console.log(`${process.argv.length - 2} workouts, ${steps} steps: every field as written`);
