// What went wrong, in words: the server's own where it gave any.
import { t } from "./words.js";

export function problemText(problem) {
  if (problem.status === 0) return t("problem.unreachable");
  if (problem.status === 403 && !problem.outdated) return t("problem.forbidden");
  if (problem.status === 404) return t("problem.missing");
  if (problem.message) return t("problem.other", { detail: problem.message });
  return problem.passing ? t("problem.busy") : t("problem.other", { detail: problem.status });
}
