package io.svara.testing.feed;

/** What a customer wrote; accounts and names are plain words. */
record Message(long seq, String account, String from, String text) {

  String json() {
    return "{\"seq\":"
        + seq
        + ",\"account\":\""
        + account
        + "\",\"from\":\""
        + from
        + "\",\"text\":\""
        + text.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n")
        + "\"}";
  }
}
