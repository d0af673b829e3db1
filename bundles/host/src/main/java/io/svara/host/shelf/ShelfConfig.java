package io.svara.host.shelf;

import java.nio.file.Path;
import org.osgi.framework.BundleContext;
import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** Where plugins lie: part of {@code etc/io.svara.host.cfg}. */
@ObjectClassDefinition(id = "io.svara.host.shelf", name = "Svara: plugin folders")
@interface ShelfConfig {

  @AttributeDefinition(
      name = "Plugins",
      description = "The plugins of this installation; empty for data/svara/plugins.")
  String plugins() default "";

  @AttributeDefinition(
      name = "Shipped plugins",
      description = "What the distribution brings; empty for the folder plugins beside bin.")
  String shipped() default "";

  /** The two folders, with what they are when nothing is configured. */
  record Folders(Path plugins, Path shipped) {
    static Folders of(ShelfConfig config, BundleContext context) {
      return new Folders(
          place(config.plugins(), context, "karaf.data", "svara/plugins"),
          place(config.shipped(), context, "karaf.home", "plugins"));
    }

    private static Path place(
        String configured, BundleContext context, String folder, String within) {
      if (!configured.isBlank()) {
        return Path.of(configured);
      }
      String base = context.getProperty(folder);
      if (base == null) {
        throw new IllegalStateException(
            "The framework has no property "
                + folder
                + "; name the folders in etc/io.svara.host.cfg (plugins, shipped).");
      }
      return Path.of(base, within);
    }
  }
}
