import { chromiumPath } from "../../../support/browser/chromiumPath";

test("without a Chromium the tests fail, and say how to get one", () => {
  expect(() => chromiumPath({ PATH: "/nowhere" })).toThrow(/apt-get install -y --no-install-recommends chromium/);
});

test("a CHROMIUM that is none is not passed over for another", () => {
  expect(() => chromiumPath({ ...process.env, CHROMIUM: "/nowhere/chromium" })).toThrow(/CHROMIUM names \/nowhere/);
});
