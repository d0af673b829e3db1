package io.svara.host.living;

import io.svara.engine.plugins.Edition;
import io.svara.host.shelf.PluginJar;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;

/** A bundle that a test puts together, of classes that lie beside it. */
public final class Built {
  private final Edition edition;
  private final Manifest manifest = new Manifest();
  private final Map<String, byte[]> entries = new LinkedHashMap<>();

  private Built(String name, String version) {
    edition = Edition.of(name, version);
    manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
    header("Bundle-ManifestVersion", "2");
    header("Bundle-SymbolicName", name);
    header("Bundle-Version", version);
  }

  public static Built bundle(String name, String version) {
    return new Built(name, version);
  }

  public Built header(String name, String value) {
    manifest.getMainAttributes().putValue(name, value);
    return this;
  }

  public Built with(Class<?>... classes) {
    for (Class<?> type : classes) {
      String entry = type.getName().replace('.', '/') + ".class";
      try (InputStream bytes = type.getClassLoader().getResourceAsStream(entry)) {
        entries.put(entry, bytes.readAllBytes());
      } catch (IOException broken) {
        throw new UncheckedIOException(broken);
      }
    }
    return this;
  }

  /**
   * An immediate component.
   *
   * @param inner what the component's element holds besides its class
   */
  public Built component(Class<?> type, String attributes, String inner) {
    String entry = "OSGI-INF/" + type.getSimpleName() + ".xml";
    String xml =
        """
        <scr:component xmlns:scr="http://www.osgi.org/xmlns/scr/v1.3.0" name="%s" \
        immediate="true" %s>
          <implementation class="%s"/>
          %s
        </scr:component>
        """
            .formatted(type.getSimpleName(), attributes, type.getName(), inner);
    entries.put(entry, xml.getBytes(StandardCharsets.UTF_8));
    String before = manifest.getMainAttributes().getValue("Service-Component");
    return with(type).header("Service-Component", before == null ? entry : before + "," + entry);
  }

  /** A form, as Metatype describes it, with one field and its texts beside it. */
  public Built form(String id, String field) {
    String xml =
        """
        <metatype:MetaData xmlns:metatype="http://www.osgi.org/xmlns/metatype/v1.2.0"
            localization="OSGI-INF/l10n/texts">
          <OCD id="%1$s" name="%%form"><AD id="%2$s" type="String" name="%%field"/></OCD>
          <Designate factoryPid="%1$s"><Object ocdref="%1$s"/></Designate>
        </metatype:MetaData>
        """
            .formatted(id, field);
    entries.put("OSGI-INF/metatype/" + id + ".xml", xml.getBytes(StandardCharsets.UTF_8));
    entries.put(
        "OSGI-INF/l10n/texts.properties",
        ("form = Form\nfield = The " + field + "\n").getBytes(StandardCharsets.UTF_8));
    return this;
  }

  /** Where the framework has it when it is a plugin. */
  public String location() {
    return PluginJar.location(edition);
  }

  public byte[] bytes() {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (JarOutputStream out = new JarOutputStream(bytes, manifest)) {
      for (Map.Entry<String, byte[]> entry : entries.entrySet()) {
        out.putNextEntry(new JarEntry(entry.getKey()));
        out.write(entry.getValue());
      }
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
    return bytes.toByteArray();
  }

  public Path in(Path folder) {
    try {
      Files.createDirectories(folder);
      String file = edition.plugin() + "-" + edition.version() + ".jar";
      return Files.write(folder.resolve(file), bytes());
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }
}
