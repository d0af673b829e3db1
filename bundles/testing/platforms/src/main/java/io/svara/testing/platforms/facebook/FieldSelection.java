package io.svara.testing.platforms.facebook;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a caller asks for with {@code fields=id,from{name},comments.limit(5){message}}.
 *
 * @param fields empty where nothing was asked: the node's default fields are meant then
 * @see <a href="https://developers.facebook.com/docs/graph-api/guides/field-expansion">Graph API:
 *     Field Expansion</a>
 */
record FieldSelection(List<Field> fields) {
  static final FieldSelection NOTHING = new FieldSelection(List.of());

  /** One field, with the modifiers and the nested fields given to it. */
  record Field(String name, Map<String, String> modifiers, FieldSelection nested) {

    Optional<String> modifier(String modifier) {
      return Optional.ofNullable(modifiers.get(modifier));
    }
  }

  static FieldSelection parse(Optional<String> text) {
    return text.map(given -> new Parser(given).selection()).orElse(NOTHING);
  }

  private static final class Parser {
    private final String text;
    private int at;

    Parser(String text) {
      this.text = text;
    }

    FieldSelection selection() {
      FieldSelection parsed = list();
      if (at < text.length()) {
        throw syntaxError();
      }
      return parsed;
    }

    private FieldSelection list() {
      List<Field> fields = new ArrayList<>();
      do {
        String name = word();
        Map<String, String> modifiers = new LinkedHashMap<>();
        while (take('.')) {
          String modifier = word();
          expect('(');
          modifiers.put(modifier, word());
          expect(')');
        }
        FieldSelection nested = NOTHING;
        if (take('{')) {
          nested = list();
          expect('}');
        }
        if (!name.isEmpty()) {
          fields.add(new Field(name, modifiers, nested));
        }
      } while (take(','));
      return new FieldSelection(fields);
    }

    private String word() {
      int start = at;
      while (at < text.length() && ".,(){}".indexOf(text.charAt(at)) < 0) {
        at++;
      }
      return text.substring(start, at).strip();
    }

    private boolean take(char wanted) {
      if (at < text.length() && text.charAt(at) == wanted) {
        at++;
        return true;
      }
      return false;
    }

    private void expect(char wanted) {
      if (!take(wanted)) {
        throw syntaxError();
      }
    }

    private GraphException syntaxError() {
      return new GraphError(
              400,
              "OAuthException",
              2500,
              0,
              "Syntax error \"Expected end of string instead of \""
                  + text.substring(Math.min(at, text.length()))
                  + "\".\" at character "
                  + at
                  + ": "
                  + text)
          .toException();
    }
  }
}
