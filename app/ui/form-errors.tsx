import { Notice } from "./text.tsx";

/** What is wrong with a form as a whole, announced at once; nothing when there is nothing. */
export function FormErrors({ errors }: { errors: string[] }) {
  if (errors.length === 0) return null;
  return (
    <Notice tone="bad" live>
      {errors.map((error) => (
        <p key={error}>{error}</p>
      ))}
    </Notice>
  );
}
