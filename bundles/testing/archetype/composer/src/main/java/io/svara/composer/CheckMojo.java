package io.svara.composer;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.maven.artifact.Artifact;
import org.apache.maven.plugin.AbstractMojo;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.plugins.annotations.ResolutionScope;
import org.apache.maven.project.MavenProject;

/**
 * Fails the build where the type of a plugin was forgotten: before Karaf's plugin, which either
 * starts such a bundle unexamined, or fails because the api is not there yet, in words that lead
 * nowhere.
 */
@Mojo(
    name = "check",
    defaultPhase = LifecyclePhase.GENERATE_RESOURCES,
    requiresDependencyResolution = ResolutionScope.COMPILE_PLUS_RUNTIME,
    threadSafe = true)
public final class CheckMojo extends AbstractMojo {
  @Parameter(defaultValue = "${project}", readonly = true, required = true)
  private MavenProject project;

  @Override
  public void execute() throws MojoExecutionException, MojoFailureException {
    List<String> refused = new ArrayList<>();
    for (Artifact artifact : project.getArtifacts()) {
      if (isOfThePom(artifact) && !artifact.getType().equals(Coordinates.PLUGIN)) {
        try {
          Forgotten.refuse(Coordinates.of(artifact), artifact.getFile().toPath());
        } catch (Refusal refusal) {
          refused.add(refusal.getMessage());
        } catch (IOException failure) {
          throw new MojoExecutionException("Not checked: " + failure, failure);
        }
      }
    }
    if (!refused.isEmpty()) {
      throw new MojoFailureException(String.join("\n", refused));
    }
  }

  /** Karaf's plugin takes no others, such as the rooms that come with Svara's features. */
  private static boolean isOfThePom(Artifact artifact) {
    return artifact.getDependencyTrail().size() == 2;
  }
}
