package io.svara.engine.plugins;

import java.io.IOException;
import java.util.List;
import java.util.Optional;

/**
 * The jars of plugins that this installation keeps. They are the truth: what the framework has
 * installed is made to agree with them and with the {@link Routes}.
 */
public interface Jars {

  /**
   * Looks into a jar; nothing is changed.
   *
   * @throws Unfit when it is no plugin, is damaged or far larger than its bytes, has the name of a
   *     part of Svara, imports more than the api, exports anything, or is here already, or among
   *     the removed, with other bytes
   */
  Candidate examine(byte[] jar) throws Unfit;

  /**
   * Keeps the jar: forced to the disk when this returns. Nothing happens when it is here already.
   *
   * @throws IOException when it cannot be written; the message says where and what to do
   */
  void keep(Candidate candidate) throws IOException;

  /** All that are kept, by name and version. */
  List<Edition> kept();

  /**
   * Moves all versions of a plugin to the folder {@code removed} beside them. Nothing happens when
   * none is kept.
   *
   * @throws Unfit when one cannot be moved
   */
  void retire(String plugin) throws Unfit;

  /**
   * Moves one version back from the folder {@code removed}. Nothing happens when it is kept.
   *
   * @throws Unfit when it is in neither place, or cannot be moved
   */
  void bringBack(Edition edition) throws Unfit;

  /**
   * The conformance report that a kept jar encloses. The report is read each time; the digest of
   * the jar's content is calculated once for each file, and again when its size or time is another.
   *
   * @return empty when it encloses none
   * @throws Unfit when it cannot be told what its jar holds, which is the jar's fault; the message
   *     says why, in words of which some may be the jar's own
   * @throws IOException when the version is not kept, or its jar cannot be read here, which says
   *     nothing of the jar; the message says where and what to do
   */
  Optional<Enclosed> enclosed(Edition edition) throws Unfit, IOException;
}
