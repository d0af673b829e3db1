package io.svara.composer;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
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
 * Puts the chosen plugins into the folder that Karaf's plugin assembled, says in {@code
 * COMPOSITION} what is in it, and packs it. A dependency that the host would refuse fails the
 * build.
 */
@Mojo(
    name = "compose",
    defaultPhase = LifecyclePhase.PACKAGE,
    requiresDependencyResolution = ResolutionScope.RUNTIME,
    threadSafe = true)
public final class ComposeMojo extends AbstractMojo {
  @Parameter(defaultValue = "${project}", readonly = true, required = true)
  private MavenProject project;

  /** The assembled folder. */
  @Parameter(defaultValue = "${project.build.directory}/assembly")
  private File folder;

  /** What was laid over it; here only for what may be executed. */
  @Parameter(defaultValue = "${project.basedir}/src/main/distribution")
  private File overlay;

  /** Where the archive goes. */
  @Parameter(defaultValue = "${project.build.directory}/${project.build.finalName}.tar.gz")
  private File archive;

  @Parameter(required = true)
  private String svaraVersion;

  @Parameter(required = true)
  private String karafVersion;

  /** The time of every file in the archive, so that the same source gives the same bytes. */
  @Parameter(defaultValue = "${project.build.outputTimestamp}", required = true)
  private String outputTimestamp;

  @Override
  public void execute() throws MojoExecutionException, MojoFailureException {
    Path home = folder.toPath();
    try {
      Instant time = time();
      Modes.requireKnownHere(home);
      Rooms.requireNeeded(home);
      List<ChosenPlugin> plugins = chosen(Ground.of(home, svaraVersion));
      Handwork.refuse(home);
      for (ChosenPlugin plugin : plugins) {
        plugin.copyTo(home.resolve("plugins"));
        getLog().info("Plugin " + plugin);
      }
      if (plugins.isEmpty()) {
        getLog()
            .warn(
                "No plugin is chosen: choose one by a dependency of type "
                    + Coordinates.PLUGIN
                    + ".");
      }
      MadeUpNames.replace(home.resolve("etc"));
      Modes.set(home, overlay.toPath());
      Composition.write(home, title(), plugins);
      Archive.write(home, archive.toPath(), project.getBuild().getFinalName(), time);
      project.getArtifact().setFile(archive);
    } catch (Refusal refusal) {
      throw new MojoFailureException(refusal.getMessage(), refusal);
    } catch (IOException failure) {
      throw new MojoExecutionException("Not composed: " + failure, failure);
    }
  }

  /** All that is refused is said at once. */
  private List<ChosenPlugin> chosen(Ground ground) throws IOException, Refusal {
    List<ChosenPlugin> fit = new ArrayList<>();
    List<String> refused = new ArrayList<>();
    for (Artifact artifact : project.getArtifacts()) {
      if (artifact.getType().equals(Coordinates.PLUGIN)) {
        try {
          ChosenPlugin plugin =
              ChosenPlugin.of(Coordinates.of(artifact), artifact.getFile().toPath());
          ground.requireFit(plugin);
          fit.add(plugin);
        } catch (Refusal refusal) {
          refused.add(refusal.getMessage());
        }
      }
    }
    if (!refused.isEmpty()) {
      throw new Refusal(String.join("\n", refused));
    }
    ChosenPlugin.requireDifferent(fit);
    return fit;
  }

  private String title() {
    return project.getGroupId()
        + ":"
        + project.getArtifactId()
        + ":"
        + project.getVersion()
        + ", composed of Svara "
        + svaraVersion
        + " and Karaf "
        + karafVersion;
  }

  private Instant time() throws Refusal {
    return Timestamp.of(outputTimestamp);
  }
}
