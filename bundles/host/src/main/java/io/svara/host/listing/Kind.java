package io.svara.host.listing;

import io.svara.api.check.DraftCheck;
import java.util.Collection;
import org.osgi.framework.Bundle;
import org.osgi.framework.wiring.BundleRevision;

/** What a plugin is, by the services that its manifest says it brings. */
enum Kind {
  CHANNEL("channel"),
  CHECK("check");

  private final String word;

  Kind(String word) {
    this.word = word;
  }

  String word() {
    return word;
  }

  static Kind of(Bundle bundle) {
    BundleRevision revision = bundle.adapt(BundleRevision.class);
    boolean check =
        revision != null
            && revision.getDeclaredCapabilities("osgi.service").stream()
                .map(capability -> capability.getAttributes().get("objectClass"))
                .anyMatch(
                    names ->
                        names instanceof Collection<?> some
                            && some.contains(DraftCheck.class.getName()));
    return check ? CHECK : CHANNEL;
  }
}
