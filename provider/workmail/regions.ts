/**
 * The regions in which WorkMail exists. The SDK builds a host name for any region, so nothing else would say.
 *
 * @see https://docs.aws.amazon.com/general/latest/gr/workmail.html
 * @public
 */
export const workMailRegions: readonly string[] = ["us-east-1", "us-west-2", "eu-west-1"];

/** "us-east-1, us-west-2 and eu-west-1". @internal */
export const regionsInWords = "us-east-1, us-west-2 and eu-west-1";
