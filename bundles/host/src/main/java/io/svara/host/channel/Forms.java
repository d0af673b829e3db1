package io.svara.host.channel;

import io.svara.engine.plugins.Definition.Setting;
import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.Enumeration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Properties;
import java.util.stream.Stream;
import org.apache.felix.metatype.AD;
import org.apache.felix.metatype.Designate;
import org.apache.felix.metatype.MetaData;
import org.apache.felix.metatype.MetaDataReader;
import org.apache.felix.metatype.OCD;
import org.osgi.framework.Bundle;
import org.osgi.framework.Constants;
import org.osgi.service.metatype.AttributeDefinition;
import org.osgi.service.metatype.MetaTypeService;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads the form of an endpoint or account from the Metatype definition in a connector's bundle:
 * the one whose id is {@code io.svara.account.CHANNEL} or {@code io.svara.endpoint.CHANNEL}.
 *
 * <p>With the library's reader and not its service, because that remembers every bundle that it was
 * ever asked about: each exchange of a plugin would leave one in memory.
 */
final class Forms {
  private static final Logger LOG = LoggerFactory.getLogger(Forms.class);
  private static final String LANGUAGE = "en";

  private Forms() {}

  /** The fields, those that are required first; none when the bundle defines no such form. */
  static List<Setting> read(Bundle bundle, String id) {
    for (URL document : documents(bundle)) {
      try {
        MetaData data = new MetaDataReader().parse(document);
        Optional<OCD> form = Optional.ofNullable(data).flatMap(found -> form(found, id));
        if (form.isPresent()) {
          return settings(form.get(), texts(bundle, beside(bundle, data)));
        }
      } catch (IOException | RuntimeException unreadable) {
        LOG.error("The form {} cannot be read.", document, unreadable);
      }
    }
    return List.of();
  }

  private static List<URL> documents(Bundle bundle) {
    Enumeration<URL> found =
        bundle.findEntries(MetaTypeService.METATYPE_DOCUMENTS_LOCATION, "*.xml", false);
    return found == null ? List.of() : Collections.list(found);
  }

  @SuppressWarnings("unchecked") // The library is older than type parameters.
  private static Optional<OCD> form(MetaData data, String id) {
    Map<String, OCD> forms = data.getObjectClassDefinitions();
    List<Designate> uses = data.getDesignates();
    return forms == null || uses == null
        ? Optional.empty()
        : uses.stream()
            .filter(use -> id.equals(use.getFactoryPid()) || id.equals(use.getPid()))
            .filter(use -> use.getObject() != null)
            .flatMap(use -> Stream.ofNullable(forms.get(use.getObject().getOcdRef())))
            .findFirst();
  }

  @SuppressWarnings("unchecked") // As above.
  private static List<Setting> settings(OCD form, Properties texts) {
    Map<String, AD> fields = form.getAttributeDefinitions();
    Collection<AD> all = fields == null ? List.of() : fields.values();
    return all.stream()
        .sorted(Comparator.comparing(field -> !field.isRequired()))
        .map(field -> setting(field, texts))
        .toList();
  }

  private static Setting setting(AD field, Properties texts) {
    String[] fallback = field.getDefaultValue();
    return new Setting(
        field.getID(),
        text(field.getName(), texts).orElse(field.getID()),
        text(field.getDescription(), texts).orElse(""),
        field.getType() == AttributeDefinition.PASSWORD,
        field.isRequired(),
        fallback == null || fallback.length == 0
            ? Optional.empty()
            : Optional.of(String.join(",", fallback)));
  }

  /** What begins with a percent sign names a text beside the form. */
  private static Optional<String> text(String written, Properties texts) {
    return Optional.ofNullable(written)
        .map(words -> words.startsWith("%") ? texts.getProperty(words.substring(1), words) : words);
  }

  /** Where its texts are: as the form says, or the bundle, or else where bundles have them. */
  private static String beside(Bundle bundle, MetaData data) {
    return Stream.of(
            data.getLocalePrefix(), bundle.getHeaders("").get(Constants.BUNDLE_LOCALIZATION))
        .filter(Objects::nonNull)
        .findFirst()
        .orElse(Constants.BUNDLE_LOCALIZATION_DEFAULT_BASENAME);
  }

  private static Properties texts(Bundle bundle, String name) throws IOException {
    Properties texts = new Properties();
    for (String file : List.of(name + ".properties", name + "_" + LANGUAGE + ".properties")) {
      URL found = bundle.getEntry(file);
      if (found != null) {
        try (InputStream in = found.openStream()) {
          texts.load(in);
        }
      }
    }
    return texts;
  }
}
