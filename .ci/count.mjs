// Prints "N passed, N failed" from vitest's JSON report and the result of scripts/check.mjs; exits with 1 on a failure.
//
//   node count.mjs TESTS.json EXIT_CODE_OF_TESTS CHECK.json EXIT_CODE_OF_CHECK

import { readFileSync } from "node:fs";

const [testsFile = "", testsStatus = "1", checkFile = "", checkStatus = "1"] = process.argv.slice(2);
const counts = [count(testsFile, testsStatus, countTests), count(checkFile, checkStatus, countCheck)];
const passed = counts.reduce((sum, each) => sum + each.passed, 0);
const failed = counts.reduce((sum, each) => sum + each.failed, 0);

console.log(`${passed} passed, ${failed} failed`);
process.exitCode = failed > 0 ? 1 : 0;

/**
 * @typedef {{passed: number, failed: number}} Count
 * @typedef {{assertionResults: {status: string}[], status: string}} TestFile
 */

/**
 * A command that failed without a failure on record (it never got as far, or died) is one failure, and so is one
 * that says it succeeded and left no record.
 * @param {string} file
 * @param {string} status
 * @param {(report: any) => Count} read
 * @returns {Count}
 */
function count(file, status, read) {
  const counted = readReport(file, read);
  if (counted === undefined) return { passed: 0, failed: 1 };
  return status !== "0" && counted.failed === 0 ? { ...counted, failed: 1 } : counted;
}

/**
 * @param {string} file
 * @param {(report: any) => Count} read
 */
function readReport(file, read) {
  try {
    return read(JSON.parse(readFileSync(file, "utf8")));
  } catch (error) {
    console.log(`no result in ${file}: ${String(error)}`);
    return undefined;
  }
}

/**
 * A test file that could not be loaded has no tests and is one failure.
 * @param {{testResults: TestFile[]}} report
 */
function countTests({ testResults }) {
  const tests = testResults.flatMap(({ assertionResults }) => assertionResults);
  const broken = testResults.filter(
    (file) => file.status === "failed" && !file.assertionResults.some(isFailed),
  );
  return {
    passed: tests.filter(({ status }) => status === "passed").length,
    failed: tests.filter(isFailed).length + broken.length,
  };
}

/** @param {{status: string}} test */
function isFailed({ status }) {
  return status === "failed";
}

/** @param {Count} result */
function countCheck({ passed, failed }) {
  return { passed, failed };
}
