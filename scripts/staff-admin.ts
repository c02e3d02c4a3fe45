import { dictionary } from "#app/i18n/index.ts";
import { makeFirstAdmin } from "#app/modules/accounts/make-first-admin.server.ts";
import { closeDatabase, database } from "#app/platform/database.server.ts";
import { DomainError } from "#app/platform/domain-error.ts";
import { migrateDatabase } from "#db/migrate.ts";
import { endWith } from "#scripts/remedy.ts";

// `npm run staff:admin -- EMAIL`: the chamber's first administrator, who then gives all other roles on the site.
const [email, ...rest] = process.argv.slice(2);
try {
  if (!email?.includes("@") || rest.length > 0) {
    process.stderr.write("Fairway: say whose account it is: npm run staff:admin -- EMAIL\n");
    process.exitCode = 2;
  } else {
    migrateDatabase(database());
    makeFirstAdmin(database(), email, new Date());
    console.log(`${email} is administrator now; the second factor is set up at the next sign-in.`);
  }
} catch (error) {
  if (error instanceof DomainError) {
    process.stderr.write(`Fairway: ${email}: ${dictionary("en").errors[error.key]}\n`);
    process.exitCode = 2;
  } else endWith(error);
} finally {
  closeDatabase();
}
