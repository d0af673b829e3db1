package io.svara.testing.workbench;

import io.svara.api.channel.Capability;
import io.svara.api.channel.Channel;
import io.svara.api.channel.ChannelDescriptor;
import io.svara.api.channel.ChannelHost;
import io.svara.api.channel.Outbound;
import io.svara.api.channel.Parsed;
import io.svara.api.channel.RawDelivery;
import io.svara.api.channel.Receipt;
import io.svara.api.channel.WebhookAuthentication;
import io.svara.api.message.Visibility;
import io.svara.testing.conformance.ChannelContract;
import io.svara.testing.conformance.Feature;
import io.svara.testing.conformance.OptOut;
import io.svara.testing.conformance.Platform;
import io.svara.testing.conformance.Post;
import io.svara.testing.conformance.Said;
import io.svara.testing.conformance.Secrets;
import io.svara.testing.conformance.Trouble;
import io.svara.testing.conformance.Written;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A platform that posts each text as it is, and the contract of a connector to it. */
final class Corner implements Platform, ChannelContract, Channel {
  final List<Post> posts = new ArrayList<>();
  final List<Said> texts = new ArrayList<>();
  final List<String> met = new ArrayList<>();
  final Set<OptOut> optOuts = new HashSet<>();
  final Map<Feature, Visibility> elsewhere = new EnumMap<>(Feature.class);
  Set<Capability> capabilities = Set.of(Capability.PRIVATE_REPLY);

  void has(String text) {
    texts.add(
        new Said(
            "r" + texts.size(), Visibility.PRIVATE, Optional.empty(), Optional.of("anna"), text));
  }

  @Override
  public String account() {
    return "corner";
  }

  @Override
  public Map<String, String> settings() {
    return Map.of();
  }

  @Override
  public void time(Instant now) {}

  @Override
  public Written writes(Visibility where, String text) {
    posts.add(new Post(Map.of("X-Proof", "yes"), text.getBytes(StandardCharsets.UTF_8)));
    return new Written("m", "anna", where, Instant.EPOCH);
  }

  @Override
  public Visibility where(Feature feature, Visibility usual) {
    return elsewhere.getOrDefault(feature, usual);
  }

  @Override
  public Set<OptOut> optOuts() {
    return optOuts;
  }

  @Override
  public void revokeToken() {
    met.add("revoked");
  }

  @Override
  public void renewToken() {
    met.add("renewed");
  }

  @Override
  public void removes(Written message) {
    throw new IllegalStateException("the fake has lost it");
  }

  @Override
  public List<Post> posts() {
    List<Post> told = List.copyOf(posts);
    posts.clear();
    return told;
  }

  @Override
  public List<Said> texts() {
    return List.copyOf(texts);
  }

  @Override
  public void meet(Trouble trouble, int calls) {
    met.add(calls + " " + trouble);
  }

  @Override
  public void close() {}

  @Override
  public Channel channel() {
    return this;
  }

  @Override
  public Platform platform(Secrets secrets) {
    return this;
  }

  @Override
  public ChannelDescriptor descriptor() {
    return new ChannelDescriptor(
        "corner",
        "Corner",
        capabilities,
        "place",
        new WebhookAuthentication.None(),
        Map.of(),
        Map.of(),
        List.of(),
        List.of());
  }

  @Override
  public Parsed parse(RawDelivery delivery) {
    throw new UnsupportedOperationException();
  }

  @Override
  public Receipt deliver(Outbound message, ChannelHost host) {
    throw new UnsupportedOperationException();
  }

  @Override
  public Receipt reconcile(Outbound message, ChannelHost host) {
    throw new UnsupportedOperationException();
  }
}
