package io.svara.testing.conformance;

import io.svara.api.channel.Channel;
import io.svara.api.channel.ChannelDescriptor;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.jar.Attributes;
import java.util.stream.Stream;

/**
 * What a report is about.
 *
 * @param plugin its symbolic name
 * @param content the digest of what was tried
 * @param kit the version of the cases
 * @param contracts the classes whose cases these are, by name
 * @param undeclared what the connector does not declare, so that the cases about it did not run
 */
record Subject(
    String channel,
    String title,
    String plugin,
    String version,
    String content,
    String kit,
    List<String> contracts,
    List<OptOut> optOuts,
    List<Feature> undeclared) {

  static Subject of(ChannelContract contract) {
    Channel channel = contract.channel();
    ChannelDescriptor descriptor = channel.descriptor();
    Plugin plugin = contract.plugin();
    Attributes headers = plugin.manifest().getMainAttributes();
    return new Subject(
        descriptor.channel(),
        descriptor.title(),
        header(headers, "Bundle-SymbolicName").split(";", 2)[0].strip(),
        header(headers, "Bundle-Version"),
        Content.digest(plugin),
        header(Plugin.of(ChannelContract.class).manifest().getMainAttributes(), "Bundle-Version"),
        List.of(contract.getClass().getName()),
        contract.optOuts().stream().sorted(Comparator.comparing(OptOut::feature)).toList(),
        Stream.of(Feature.values())
            .filter(feature -> feature.declaredBy(channel).equals(Optional.of(false)))
            .toList());
  }

  /** Whether both are about the same bytes of the same channel. */
  boolean isAbout(Subject other) {
    return channel.equals(other.channel)
        && plugin.equals(other.plugin)
        && version.equals(other.version)
        && content.equals(other.content);
  }

  /** The contract's class without its package. */
  String inShort() {
    String name = contracts.get(0);
    return name.substring(name.lastIndexOf('.') + 1);
  }

  /** Several of the same bytes as one; what only some opt out of says who does. */
  static Subject together(List<Subject> same) {
    Subject any = same.get(0);
    if (same.size() == 1) {
      return any;
    }
    List<OptOut> optOuts =
        same.stream()
            .flatMap(
                one ->
                    one.optOuts.stream()
                        .map(
                            out ->
                                same.stream().allMatch(each -> each.optOuts.contains(out))
                                    ? out
                                    : new OptOut(
                                        out.feature(), one.inShort() + ": " + out.reason())))
            .distinct()
            .sorted(Comparator.comparing(OptOut::feature))
            .toList();
    return new Subject(
        any.channel,
        any.title,
        any.plugin,
        any.version,
        any.content,
        any.kit,
        same.stream().flatMap(one -> one.contracts.stream()).toList(),
        optOuts,
        any.undeclared);
  }

  private static String header(Attributes headers, String name) {
    return Optional.ofNullable(headers.getValue(name)).orElse("");
  }
}
