import { ListMailboxExportJobsCommand } from "@aws-sdk/client-workmail";
import { ServiceError } from "../../provider/emulator/errors";
import { Tokens } from "../../provider/emulator/tokens";
import { errorOf, jobs, ORGANIZATION, OTHER_ORGANIZATION, organization, type Started, started } from "./harness";

const organizations = [
  organization({ jobs: jobs(6) }),
  organization({ organizationId: OTHER_ORGANIZATION, jobs: jobs(6) }),
];

const list = ({ client }: Started, OrganizationId: string, NextToken?: string) =>
  client.send(new ListMailboxExportJobsCommand({ OrganizationId, MaxResults: 2, NextToken }));

async function firstToken(of: Started): Promise<string> {
  const { NextToken } = await list(of, ORGANIZATION);
  if (NextToken === undefined) throw new Error("no token");
  return NextToken;
}

describe("a token", () => {
  test("is good for its own list, as often as one likes", async () => {
    const here = await started({ organizations });
    const token = await firstToken(here);
    const [one, two] = [await list(here, ORGANIZATION, token), await list(here, ORGANIZATION, token)];
    expect(one.Jobs?.map(({ JobId }) => JobId)).toEqual(["job-2", "job-3"]);
    expect(two.Jobs).toEqual(one.Jobs);
  });

  test("may be used with another page size", async () => {
    const here = await started({ organizations });
    const token = await firstToken(here);
    const command = new ListMailboxExportJobsCommand({
      OrganizationId: ORGANIZATION,
      NextToken: token,
      MaxResults: 99,
    });
    expect((await here.client.send(command)).Jobs).toHaveLength(4);
  });

  const flip = (token: string, at: number) =>
    token.slice(0, at) + (token[at] === "A" ? "B" : "A") + token.slice(at + 1);

  const corruptions: readonly (readonly [string, (token: string) => string])[] = [
    ["made up", () => "page-2"],
    ["a number", () => "2"],
    ["empty of content", () => Buffer.alloc(28).toString("base64")],
    ["cut short", (token) => token.slice(0, -4)],
    ["longer", (token) => `${token}AAAA`],
    ["with a space behind", (token) => `${token} `],
    ["changed at its start", (token) => flip(token, 0)],
    ["changed in the middle", (token) => flip(token, Math.floor(token.length / 2))],
    ["changed near its end", (token) => flip(token, token.length - 5)],
    ["in lower case", (token) => token.toLowerCase()],
  ];

  test.each(corruptions)("that is %s is refused", async (_, corrupt) => {
    const here = await started({ organizations });
    const token = corrupt(await firstToken(here));
    expect((await errorOf(list(here, ORGANIZATION, token))).name).toBe("InvalidParameterException");
  });

  test("of another organization is refused", async () => {
    const here = await started({ organizations });
    const token = await firstToken(here);
    expect((await errorOf(list(here, OTHER_ORGANIZATION, token))).name).toBe("InvalidParameterException");
  });

  test("of another server is refused, whatever it serves", async () => {
    const [here, there] = [await started({ organizations }), await started({ organizations })];
    const token = await firstToken(there);
    expect((await errorOf(list(here, ORGANIZATION, token))).name).toBe("InvalidParameterException");
  });

  test("of another operation is refused", () => {
    const tokens = new Tokens();
    const position = { asOfMs: 0, page: 2 };
    const token = tokens.seal({ operation: "ListUsers", organizationId: ORGANIZATION }, position);
    expect(tokens.open({ operation: "ListUsers", organizationId: ORGANIZATION }, token)).toEqual(position);
    expect(() => tokens.open({ operation: "ListResources", organizationId: ORGANIZATION }, token)).toThrow(
      ServiceError,
    );
  });
});
