package io.svara.channel.facebook;

import io.svara.api.message.Tree;
import java.time.Instant;
import java.util.Optional;

/**
 * One entry of a delivery: what one page, or one of whatever the delivery is about, has to tell.
 *
 * @param object what the delivery is about: {@code page}
 * @param index its place in the delivery
 */
record Entry(String object, Tree tree, int index, Instant receivedAt) {

  /** The account of an entry that names none: no account has this name, so people see it. */
  static final String NO_ACCOUNT = "unknown";

  private static final String PAGE = "page";
  private static final String CHANGES = "changes";

  boolean isOfPage() {
    return object.equals(PAGE);
  }

  /** The entry itself, when there is nothing in it. */
  Notice whole() {
    return notice(object, tree, where(), "" + index);
  }

  /** One element of one of its lists: a change names its field, an event is named by its list. */
  Notice notice(String list, Tree element, int place) {
    boolean change = isChange(list);
    String field = change ? Values.words(element.at("field")).orElse(CHANGES) : list;
    return notice(
        isOfPage() ? field : object + "/" + field,
        change ? element.at("value") : element,
        where() + "." + list + "[" + place + "]",
        index + "." + place);
  }

  static boolean isChange(String list) {
    return list.equals(CHANGES);
  }

  private String where() {
    return "entry[" + index + "]";
  }

  private Notice notice(String field, Tree value, String where, String mark) {
    Optional<Instant> told = Values.time(tree.at("time"));
    return new Notice(
        Values.id(tree.at("id")).orElse(NO_ACCOUNT),
        field,
        value,
        where,
        told.map(time -> time.toEpochMilli() + ".").orElse("") + mark,
        told,
        receivedAt);
  }
}
