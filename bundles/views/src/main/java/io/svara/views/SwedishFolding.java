package io.svara.views;

import java.io.IOException;
import java.text.Normalizer;
import java.util.Locale;
import org.apache.lucene.analysis.TokenFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.miscellaneous.ASCIIFoldingFilter;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;

/**
 * Lower case and without accents, but å, ä and ö stay letters of their own: "får" is not "far".
 * Danish and Norwegian æ and ø are read as ä and ö. Decomposed letters (a + ring, as macOS sends
 * them) and full-width ones are composed first.
 */
final class SwedishFolding extends TokenFilter {
  private final CharTermAttribute term = addAttribute(CharTermAttribute.class);

  SwedishFolding(TokenStream words) {
    super(words);
  }

  @Override
  public boolean incrementToken() throws IOException {
    if (!input.incrementToken()) {
      return false;
    }
    if (!isPlain()) {
      String folded = fold(term.toString());
      term.setEmpty().append(folded);
    }
    return true;
  }

  private boolean isPlain() {
    for (int i = 0; i < term.length(); i++) {
      char c = term.charAt(i);
      if (c > 'z' || (c >= 'A' && c <= 'Z')) {
        return false;
      }
    }
    return true;
  }

  private static String fold(String word) {
    String lower = Normalizer.normalize(word, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
    StringBuilder folded = new StringBuilder(lower.length());
    char[] in = new char[1];
    char[] out = new char[4];
    for (int i = 0; i < lower.length(); i++) {
      char c = lower.charAt(i);
      switch (c) {
        case 'å', 'ä', 'ö' -> folded.append(c);
        case 'æ' -> folded.append('ä');
        case 'ø' -> folded.append('ö');
        default -> {
          in[0] = c;
          folded.append(out, 0, ASCIIFoldingFilter.foldToASCII(in, 0, out, 0, 1));
        }
      }
    }
    return folded.toString();
  }
}
