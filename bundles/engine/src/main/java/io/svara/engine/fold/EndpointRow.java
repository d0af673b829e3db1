package io.svara.engine.fold;

import java.util.List;
import java.util.Map;

/** An endpoint as it is stored in the view. */
public record EndpointRow(
    String name, String channel, Map<String, String> settings, List<String> secrets) {}
