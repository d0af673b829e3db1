package io.svara.hotswap.report;

import io.svara.engine.desk.ConformanceReport.Case;
import io.svara.engine.desk.ConformanceReport.OptOut;
import io.svara.engine.desk.ConformanceReport.Tried;
import io.svara.engine.plugins.Edition;
import java.util.List;
import org.osgi.framework.Version;

/**
 * What a report tells.
 *
 * @param content the digest of what was tried
 */
record Told(
    Tried tried,
    String content,
    String kit,
    List<OptOut> optOuts,
    List<String> undeclared,
    List<Case> cases) {

  /** Whether it is about exactly this version with exactly this content. */
  boolean isAbout(Edition edition, String digest) {
    return content.equals(digest)
        && tried.plugin().equals(edition.plugin())
        && isVersion(edition.version());
  }

  /** A build may say 1.0 of what the framework calls 1.0.0. */
  private boolean isVersion(Version version) {
    try {
      return Version.parseVersion(tried.version()).equals(version);
    } catch (IllegalArgumentException none) {
      return false;
    }
  }
}
