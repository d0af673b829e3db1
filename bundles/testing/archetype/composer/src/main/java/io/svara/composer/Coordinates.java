package io.svara.composer;

import org.apache.maven.artifact.Artifact;

/** How a pom calls a dependency. */
final class Coordinates {
  /** The type of a dependency that is a plugin of the distribution. */
  static final String PLUGIN = "svara-plugin";

  private Coordinates() {}

  static String of(Artifact artifact) {
    return artifact.getGroupId()
        + ":"
        + artifact.getArtifactId()
        + ":"
        + artifact.getBaseVersion()
        + (artifact.hasClassifier() ? ":" + artifact.getClassifier() : "");
  }
}
