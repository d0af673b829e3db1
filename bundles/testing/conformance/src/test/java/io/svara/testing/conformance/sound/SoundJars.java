package io.svara.testing.conformance.sound;

import io.svara.testing.conformance.Plugin;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
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

/** The sound connector as a plugin, and others that differ from it in one way. */
final class SoundJars {
  private static final String API = "io.svara.api.channel,io.svara.api.message";

  private static final String COMPONENT =
      """
      <scr:component xmlns:scr="http://www.osgi.org/xmlns/scr/v1.3.0" name="sound"%s>
        <implementation class="%s"/>
        <service><provide interface="io.svara.api.channel.Channel"/></service>
      </scr:component>
      """;

  private static final String FORMS =
      """
      <metatype:MetaData xmlns:metatype="http://www.osgi.org/xmlns/metatype/v1.2.0">
        <OCD id="account" name="Sound: shop">
          <AD id="channel" type="String" default="sound"/>
          <AD id="endpoint" type="String"/>
          <AD id="shop" type="String"/>
          <AD id="apiBase" type="String"/>
          <AD id="accessToken" type="Password"/>
          <AD id="pageSize" type="String" default="50" required="false"/>
        </OCD>
        <OCD id="endpoint" name="Sound: endpoint">
          <AD id="channel" type="String" default="sound"/>
          <AD id="signingKey" type="Password"/>
          <AD id="verifyToken" type="Password"/>
        </OCD>
        <Designate factoryPid="io.svara.account.sound"><Object ocdref="account"/></Designate>
        <Designate factoryPid="io.svara.account.sound-asked"><Object ocdref="account"/></Designate>
        <Designate factoryPid="io.svara.account.sound-streamed">
          <Object ocdref="account"/>
        </Designate>
        <Designate factoryPid="io.svara.endpoint.sound"><Object ocdref="endpoint"/></Designate>
      </metatype:MetaData>
      """;

  /** The sound one. */
  static final Plugin SOUND = built("sound", SoundChannel.class, "", API, true);

  /** The one whose platform must be asked. */
  static final Plugin ASKED = built("asked", AskedSound.class, "", API, true);

  /** The one whose platform tells its news over a stream alone. */
  static final Plugin STREAMED = built("streamed", StreamedSound.class, "", API, true);

  /** Its manifest does not name its component. */
  static final Plugin UNDESCRIBED = built("undescribed", SoundChannel.class, "", API, false);

  /** It wants more of the framework than a plugin gets. */
  static final Plugin CURIOUS =
      built("curious", SoundChannel.class, "", API + ",org.osgi.framework", true);

  /** The process remembers it. */
  static final Plugin CLINGING = built("clinging", Clinging.class, "", API, true);

  /** It bears no other beside it. */
  static final Plugin SOLITARY =
      built("solitary", Solitary.class, " activate=\"enter\" deactivate=\"leave\"", API, true);

  private SoundJars() {}

  private static Plugin built(
      String name, Class<?> component, String attributes, String imports, boolean described) {
    try {
      return Plugin.at(build(name, component, attributes, imports, described));
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  private static Path build(
      String name, Class<?> component, String attributes, String imports, boolean described)
      throws IOException {
    Manifest manifest = new Manifest();
    Attributes headers = manifest.getMainAttributes();
    headers.put(Attributes.Name.MANIFEST_VERSION, "1.0");
    headers.putValue("Bundle-ManifestVersion", "2");
    headers.putValue("Bundle-SymbolicName", "conformance-" + name);
    headers.putValue("Bundle-Version", "1.0.0");
    headers.putValue("Import-Package", imports);
    if (described) {
      headers.putValue("Service-Component", "OSGI-INF/sound.xml");
    }
    Path jar = Files.createDirectories(Path.of("target", "plugins")).resolve(name + ".jar");
    try (OutputStream file = Files.newOutputStream(jar);
        JarOutputStream out = new JarOutputStream(file, manifest)) {
      for (Map.Entry<String, byte[]> entry : content(component, attributes).entrySet()) {
        out.putNextEntry(new JarEntry(entry.getKey()));
        out.write(entry.getValue());
      }
    }
    return jar;
  }

  private static Map<String, byte[]> content(Class<?> component, String attributes)
      throws IOException {
    Map<String, byte[]> content = new LinkedHashMap<>();
    for (Class<?> type :
        new Class<?>[] {
          SoundChannel.class, SoundCalls.class, SoundReader.class, SoundDescription.class, component
        }) {
      String name = type.getName().replace('.', '/') + ".class";
      try (InputStream in = type.getClassLoader().getResourceAsStream(name)) {
        content.put(name, in.readAllBytes());
      }
    }
    String xml = COMPONENT.formatted(attributes, component.getName());
    content.put("OSGI-INF/sound.xml", xml.getBytes(StandardCharsets.UTF_8));
    content.put("OSGI-INF/metatype/sound.xml", FORMS.getBytes(StandardCharsets.UTF_8));
    return content;
  }
}
