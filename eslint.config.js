import js from "@eslint/js";
import boundaries from "eslint-plugin-boundaries";
import reactHooks from "eslint-plugin-react-hooks";
import globals from "globals";
import tseslint from "typescript-eslint";

// The framework may be named only where requests enter: everything below stays movable.
const framework = {
  group: ["react-router", "react-router/*", "@react-router/*", "express"],
  message:
    "Framework imports stay in app/routes, app/root.tsx, the entries and app/platform (CONTRIBUTING.md).",
};

// The import rule of the house: data and dependencies point down.
const floors = {
  // Of the islands a route names the built file alone, as an address.
  routes: ["routes", "modules", "ui", "i18n", "platform", "islands"],
  modules: ["modules", "i18n", "platform", "search", "db"],
  ui: ["ui", "i18n", "platform"],
  i18n: ["i18n", "platform"],
  platform: ["platform", "i18n", "db"],
  search: ["search", "db"],
  islands: ["islands"],
  db: ["db"],
};
const downward = Object.entries(floors).map(([from, below]) => ({
  from: { element: { type: from } },
  allow: below.map((type) => ({ to: { element: { type } } })),
}));
// The dictionaries name what the modules distinguish (kinds, states), but call nothing of theirs.
downward.push({
  from: { element: { type: "i18n" } },
  allow: [{ to: { element: { type: "modules" } }, dependency: { kind: "type" } }],
});

export default tseslint.config(
  {
    ignores: [
      "build",
      ".react-router",
      "data",
      "node_modules",
      "test-results",
      "playwright-report",
      ".cache",
    ],
  },
  js.configs.recommended,
  tseslint.configs.recommended,
  { plugins: { "react-hooks": reactHooks }, rules: reactHooks.configs.recommended.rules },
  { files: ["scripts/**", "*.config.*", "**/*.mjs"], languageOptions: { globals: globals.node } },
  {
    rules: {
      "@typescript-eslint/no-explicit-any": "error",
      "@typescript-eslint/no-unused-vars": ["error", { argsIgnorePattern: "^_" }],
      "@typescript-eslint/consistent-type-imports": ["error", { disallowTypeAnnotations: false }],
      "no-console": "error",
      eqeqeq: "error",
    },
  },
  { files: ["scripts/**", "tests/bench/**", "tests/setup/**"], rules: { "no-console": "off" } },
  {
    files: ["app/modules/**", "app/ui/**", "app/i18n/**", "app/islands/**", "db/**", "search/**"],
    rules: { "no-restricted-imports": ["error", { patterns: [framework] }] },
  },
  {
    files: ["app/**/*.{ts,tsx}", "db/**/*.ts", "search/**/*.ts"],
    plugins: { boundaries },
    settings: {
      "import/resolver": { typescript: { project: "./tsconfig.json" } },
      "boundaries/include": ["app/**/*", "db/**/*", "search/**/*"],
      "boundaries/elements": [
        { type: "routes", pattern: "app/routes" },
        { type: "modules", pattern: "app/modules" },
        { type: "ui", pattern: "app/ui" },
        { type: "islands", pattern: "app/islands" },
        { type: "i18n", pattern: "app/i18n" },
        { type: "platform", pattern: "app/platform" },
        // The whole path: app has folders named search too.
        { type: "search", pattern: "search", partialMatch: false },
        { type: "db", pattern: "db" },
      ],
    },
    rules: {
      "boundaries/dependencies": ["error", { default: "disallow", policies: downward }],
    },
  },
);
