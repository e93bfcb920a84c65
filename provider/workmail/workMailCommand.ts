import type * as sdk from "@aws-sdk/client-workmail";

/** A command that the client sends. @internal */
export type WorkMailCommand<Input extends sdk.ServiceInputTypes, Answer extends sdk.ServiceOutputTypes> = sdk.$Command<
  Input,
  Answer,
  sdk.WorkMailClientResolvedConfig,
  sdk.ServiceInputTypes,
  sdk.ServiceOutputTypes
>;
