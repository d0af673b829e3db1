package io.svara.views;

import io.svara.engine.views.Doc;
import java.nio.charset.StandardCharsets;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.FieldType;
import org.apache.lucene.document.LongPoint;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.document.SortedDocValuesField;
import org.apache.lucene.document.SortedSetDocValuesField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.index.IndexOptions;
import org.apache.lucene.index.Term;
import org.apache.lucene.util.BytesRef;

/** How a {@link Doc} lies in the index: the fields and what each is for. Nothing is stored. */
final class DocShape {
  static final String KEY = "=key";
  static final String KIND = "=kind";
  static final String ID = "=id";
  static final String PARENT = "=parent";
  static final String TEXT = "text";

  /** Lucene refuses a term of more than 32,766 bytes; far below it, keys stay quick. */
  private static final int LONGEST_ID = 4_096;

  private static final FieldType WORDS = new FieldType();

  static {
    WORDS.setIndexOptions(IndexOptions.DOCS);
    WORDS.setOmitNorms(true);
    WORDS.freeze();
  }

  private DocShape() {}

  static String term(String name) {
    return "t:" + name;
  }

  static String number(String name) {
    return "n:" + name;
  }

  static Term key(String kind, String id) {
    return new Term(KEY, kind + '\0' + id);
  }

  /** Refuses at the fold, where the projection and the entry can be named, what would not fit. */
  static void check(Doc doc) {
    int length = doc.kind().length() + doc.id().getBytes(StandardCharsets.UTF_8).length;
    if (length > LONGEST_ID) {
      throw new IllegalArgumentException(
          "The id of a document of kind "
              + doc.kind()
              + " has "
              + length
              + " bytes, the most is "
              + LONGEST_ID
              + "; give it a shorter one, such as a digest.");
    }
  }

  static Document document(Doc doc) {
    Document document = new Document();
    document.add(new StringField(KEY, key(doc.kind(), doc.id()).text(), Field.Store.NO));
    document.add(new StringField(KIND, doc.kind(), Field.Store.NO));
    document.add(new StringField(ID, doc.id(), Field.Store.NO));
    document.add(new SortedDocValuesField(ID, new BytesRef(doc.id())));
    doc.parent().ifPresent(p -> document.add(new SortedDocValuesField(PARENT, new BytesRef(p))));
    doc.terms()
        .forEach(
            (name, values) -> {
              for (String value : values) {
                BytesRef exact = ExactValue.of(value);
                document.add(new StringField(term(name), exact, Field.Store.NO));
                document.add(new SortedSetDocValuesField(term(name), exact));
              }
            });
    doc.numbers()
        .forEach(
            (name, value) -> {
              // The point beside the value lets a search by this number skip what cannot make it.
              document.add(new LongPoint(number(name), value));
              document.add(new NumericDocValuesField(number(name), value));
            });
    document.add(new Field(TEXT, doc.text(), WORDS));
    return document;
  }
}
