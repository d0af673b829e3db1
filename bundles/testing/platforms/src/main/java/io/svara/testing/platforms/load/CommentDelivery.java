package io.svara.testing.platforms.load;

/**
 * One signed comment webhook.
 *
 * @param commentId unique over all runs with different numbers
 * @param signature the value of {@code X-Hub-Signature-256}
 */
public record CommentDelivery(String commentId, String body, String signature) {}
