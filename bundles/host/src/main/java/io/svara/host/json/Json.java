package io.svara.host.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonFactoryBuilder;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import io.svara.api.channel.RawDelivery.MalformedBody;
import io.svara.api.message.Tree;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;

/**
 * JSON text to trees and back, token by token. Jackson's data binding is not used here: its type
 * caches keep the class loader of every plugin class that they ever saw.
 */
public final class Json {
  private static final int MAX_DEPTH = 200;
  private static final int MAX_DIGITS = 1_000;

  private final JsonFactory factory;

  /**
   * @param maxCharacters the longest document, and the longest string in it, that is read
   */
  public Json(int maxCharacters) {
    factory =
        new JsonFactoryBuilder()
            .streamReadConstraints(
                StreamReadConstraints.builder()
                    .maxNestingDepth(MAX_DEPTH)
                    .maxNumberLength(MAX_DIGITS)
                    .maxStringLength(maxCharacters)
                    .maxDocumentLength(maxCharacters)
                    .build())
            .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
            .build();
  }

  /**
   * Reads one document; nothing but white space may follow it.
   *
   * @throws MalformedBody when it is none, or exceeds a limit; the message quotes nothing of it
   */
  public Tree read(String text) {
    try (JsonParser parser = factory.createParser(text)) {
      return new TreeReader(parser).document();
    } catch (JsonProcessingException wrong) {
      throw new MalformedBody(TreeReader.where(wrong));
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }

  /** The tree as one line of JSON text. */
  public String write(Tree tree) {
    StringWriter text = new StringWriter();
    try (JsonGenerator generator = factory.createGenerator(text)) {
      new TreeWriter(generator, MAX_DEPTH).write(tree);
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return text.toString();
  }
}
