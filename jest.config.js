// Tests are type-checked once, by `npm run typecheck`; here they are only transpiled.
module.exports = {
  globalSetup: "<rootDir>/test/engine/support/globalSetup.ts",
  testEnvironment: "node",
  testMatch: ["<rootDir>/{test,examples}/**/*.test.ts"],
  transform: { "\\.ts$": ["ts-jest", { tsconfig: "tsconfig.json", diagnostics: false }] },
  modulePathIgnorePatterns: ["<rootDir>/dist/"],
  testTimeout: 30_000,
};
