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
 * @param undeclared what the connector does not declare, so that the cases about it did not run
 */
record Subject(
    String channel,
    String title,
    String plugin,
    String version,
    String content,
    String kit,
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
        contract.optOuts().stream().sorted(Comparator.comparing(OptOut::feature)).toList(),
        Stream.of(Feature.values())
            .filter(feature -> feature.declaredBy(channel).equals(Optional.of(false)))
            .toList());
  }

  private static String header(Attributes headers, String name) {
    return Optional.ofNullable(headers.getValue(name)).orElse("");
  }
}
