import { adviceFor } from "../../provider/workmail/advice";
import { regionsInWords, workMailRegions } from "../../provider/workmail/regions";
import { toRequestError } from "../../provider/workmail/requestError";

const subject = { operation: "ListMailboxExportJobs", organizationId: "m-1", region: "us-east-1", pagesRead: 2 };

test.each(Object.entries(adviceFor))("%s has advice that is a sentence", (_reason, advice) => {
  expect(advice(subject)).toMatch(/^[A-Z].*\.$/s);
});

test.each([null, undefined, "text", 7, new Error(""), { name: 1, $metadata: "none" }])(
  "%p becomes an error that says what was asked, and keeps it as its cause",
  (foreign) => {
    const error = toRequestError(foreign, subject);
    expect(error.message).toMatch(/^ListMailboxExportJobs for organization m-1 in us-east-1 failed after 2 pages: /);
    expect(error.cause).toBe(foreign);
  },
);

test("the words name every region in which WorkMail exists", () => {
  expect(regionsInWords).toBe(new Intl.ListFormat("en-GB").format(workMailRegions));
});

test("an error of ours is not wrapped again", () => {
  const error = toRequestError(new Error("x"), subject);
  expect(toRequestError(error, subject)).toBe(error);
});
