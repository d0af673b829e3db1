package io.svara.host.channel;

import io.svara.engine.plugins.Definition.Setting;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.osgi.framework.Bundle;
import org.osgi.service.metatype.AttributeDefinition;
import org.osgi.service.metatype.MetaTypeInformation;
import org.osgi.service.metatype.MetaTypeService;
import org.osgi.service.metatype.ObjectClassDefinition;

/**
 * Reads the form of an endpoint or account from the Metatype definition in a connector's bundle:
 * the one whose id is {@code io.svara.account.CHANNEL} or {@code io.svara.endpoint.CHANNEL}.
 */
record Forms(MetaTypeService metatype) {
  private static final String LANGUAGE = "en";

  /** The fields, those that are required first; none when the bundle defines no such form. */
  List<Setting> read(Bundle bundle, String id) {
    MetaTypeInformation information = metatype.getMetaTypeInformation(bundle);
    if (information == null
        || Stream.of(information.getPids(), information.getFactoryPids())
            .flatMap(Arrays::stream)
            .noneMatch(id::equals)) {
      return List.of();
    }
    ObjectClassDefinition form = information.getObjectClassDefinition(id, LANGUAGE);
    Set<String> required = new HashSet<>();
    for (AttributeDefinition field : fields(form, ObjectClassDefinition.REQUIRED)) {
      required.add(field.getID());
    }
    List<Setting> settings = new ArrayList<>();
    for (AttributeDefinition field : fields(form, ObjectClassDefinition.ALL)) {
      settings.add(setting(field, required.contains(field.getID())));
    }
    return List.copyOf(settings);
  }

  private static Setting setting(AttributeDefinition field, boolean required) {
    String[] fallback = field.getDefaultValue();
    return new Setting(
        field.getID(),
        Optional.ofNullable(field.getName()).orElse(field.getID()),
        Optional.ofNullable(field.getDescription()).orElse(""),
        field.getType() == AttributeDefinition.PASSWORD,
        required,
        fallback == null || fallback.length == 0
            ? Optional.empty()
            : Optional.of(String.join(",", fallback)));
  }

  private static AttributeDefinition[] fields(ObjectClassDefinition form, int which) {
    AttributeDefinition[] fields = form.getAttributeDefinitions(which);
    return fields == null ? new AttributeDefinition[0] : fields;
  }
}
