package io.svara.testing.feed;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What the platform knows. */
final class Feed {
  private static final Pattern KEY = Pattern.compile("\"key\"\\s*:\\s*\"([A-Za-z0-9-]+)\"");
  private static final long HEARTBEAT_SECONDS = 1;

  private final List<Message> messages = new ArrayList<>();
  private final List<Reply> replies = new ArrayList<>();
  private final List<Call> calls = new ArrayList<>();
  private int readers;

  synchronized long write(String account, String from, String text) {
    long seq = messages.size() + 1L;
    messages.add(new Message(seq, account, from, text));
    notifyAll();
    return seq;
  }

  synchronized List<String> after(String account, long seq, int most) {
    return messages.stream()
        .filter(message -> message.seq() > seq && message.account().equals(account))
        .limit(most)
        .map(Message::json)
        .toList();
  }

  /** Hands on each line until the reader throws or the thread is interrupted. */
  void follow(String account, long seq, Consumer<String> reader) {
    count(1);
    try {
      int at = (int) seq;
      while (!Thread.currentThread().isInterrupted()) {
        List<Message> more = await(at);
        at += more.size();
        more.stream()
            .filter(message -> message.account().equals(account))
            .forEach(message -> reader.accept(message.json()));
        if (more.isEmpty()) {
          reader.accept("");
        }
      }
    } catch (InterruptedException closing) {
      Thread.currentThread().interrupt();
    } finally {
      count(-1);
    }
  }

  private synchronized List<Message> await(int from) throws InterruptedException {
    if (messages.size() <= from) {
      TimeUnit.SECONDS.timedWait(this, HEARTBEAT_SECONDS);
    }
    return List.copyOf(messages.subList(Math.min(from, messages.size()), messages.size()));
  }

  synchronized String accept(String body) {
    Matcher key = KEY.matcher(body);
    if (!key.find()) {
      throw new IllegalArgumentException("A reply needs a key.");
    }
    calls.add(new Call(Call.What.SENT, key.group(1)));
    return idOf(key.group(1))
        .orElseGet(
            () -> {
              String id = "reply-" + (replies.size() + 1);
              replies.add(new Reply(id, key.group(1), body));
              return id;
            });
  }

  synchronized Optional<String> asked(String key) {
    calls.add(new Call(Call.What.ASKED, key));
    return idOf(key);
  }

  private Optional<String> idOf(String key) {
    return replies.stream().filter(reply -> reply.key().equals(key)).map(Reply::id).findFirst();
  }

  synchronized List<Reply> replies() {
    return List.copyOf(replies);
  }

  synchronized List<Call> calls() {
    return List.copyOf(calls);
  }

  synchronized int readers() {
    return readers;
  }

  private synchronized void count(int change) {
    readers += change;
  }
}
