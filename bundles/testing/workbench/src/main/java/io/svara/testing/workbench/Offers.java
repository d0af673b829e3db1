package io.svara.testing.workbench;

import io.svara.api.channel.Capability;
import io.svara.api.message.Visibility;
import io.svara.testing.conformance.ChannelContract;
import io.svara.testing.conformance.Feature;
import io.svara.testing.conformance.OptOut;
import io.svara.testing.conformance.Platform;
import io.svara.testing.conformance.Written;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What customers of a platform can do, by what its contract says that it has, and where. */
final class Offers {
  private final List<Visibility> places;
  private final Set<Feature> missing;

  Offers(ChannelContract contract) {
    Set<Capability> told = contract.channel().descriptor().capabilities();
    boolean openly = told.contains(Capability.PUBLIC_REPLY);
    boolean privately = told.contains(Capability.PRIVATE_REPLY);
    places =
        openly && privately
            ? List.of(Visibility.PUBLIC, Visibility.PRIVATE)
            : List.of(openly ? Visibility.PUBLIC : Visibility.PRIVATE);
    missing =
        contract.optOuts().stream().map(OptOut::feature).collect(Collectors.toUnmodifiableSet());
  }

  /** Where one can write. */
  List<Visibility> places() {
    return places;
  }

  boolean has(Feature feature) {
    return !missing.contains(feature);
  }

  /** What can be done with a message. On the platform's thread. */
  Set<Act> with(Written written, Platform platform) {
    return Stream.of(Act.values())
        .filter(act -> has(act.feature()))
        .filter(act -> platform.where(act.feature(), written.visibility()) == written.visibility())
        .collect(Collectors.toCollection(() -> EnumSet.noneOf(Act.class)));
  }
}
