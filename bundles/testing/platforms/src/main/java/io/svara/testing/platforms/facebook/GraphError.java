package io.svara.testing.platforms.facebook;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.svara.testing.platforms.Answer;
import java.util.Locale;

/**
 * The errors of the Graph API that this fake answers with.
 *
 * @param subcode 0 where the vendor gives none
 * @see <a href="https://developers.facebook.com/docs/graph-api/guides/error-handling">Graph API:
 *     Handling Errors</a>
 * @see <a href="https://developers.facebook.com/docs/messenger-platform/error-codes">Messenger
 *     Platform: Common Error Codes</a>
 * @see <a href="https://developers.facebook.com/docs/graph-api/reference/page/messages">Graph API:
 *     Page Messages, Error Codes</a>
 */
public record GraphError(int status, String type, int code, int subcode, String message) {

  /** No token was sent. */
  static GraphError tokenMissing() {
    return new GraphError(
        400, "OAuthException", 104, 0, "An access token is required to request this resource.");
  }

  /** Not a token that was ever given out. */
  static GraphError tokenUnknown() {
    return oauth(190, 0, "Invalid OAuth access token - Cannot parse access token");
  }

  /** The token's time is over; 463 says so. */
  public static GraphError tokenExpired() {
    return oauth(190, 463, "Error validating access token: Session has expired.");
  }

  /** The token was made invalid, as by a change of password; 460 says so. */
  public static GraphError tokenInvalidated() {
    return oauth(
        190,
        460,
        "Error validating access token: The session has been invalidated because the user changed their password or"
            + " Facebook has changed the session for security reasons.");
  }

  /** The object is not there, or this token may not see it. */
  static GraphError noSuchObject(String method, String id) {
    return new GraphError(
        400,
        "GraphMethodException",
        100,
        33,
        "Unsupported %s request. Object with ID '%s' does not exist, cannot be loaded due to missing permissions, or does not support this operation. Please read the Graph API documentation at https://developers.facebook.com/docs/graph-api"
            .formatted(method.toLowerCase(Locale.ROOT), id));
  }

  static GraphError invalidParameter(String message) {
    return oauth(100, 0, "(#100) " + message);
  }

  static GraphError unknownField(String field, String nodeType) {
    return oauth(
        100,
        0,
        "(#100) Tried accessing nonexisting field (" + field + ") on node type (" + nodeType + ")");
  }

  static GraphError proof(String message) {
    return new GraphError(400, "GraphMethodException", 100, 0, message);
  }

  /** The whole app called too often. */
  public static GraphError appLimit() {
    return oauth(4, 0, "(#4) Application request limit reached");
  }

  /** One user's calls came too often. */
  public static GraphError userLimit() {
    return oauth(17, 0, "(#17) User request limit reached");
  }

  /** Calls with this page's token came too often. */
  public static GraphError pageLimit() {
    return oauth(32, 0, "(#32) Page request limit reached");
  }

  /** This one call was made too often; the Send API says so. */
  public static GraphError callLimit() {
    return oauth(613, 0, "(#613) Calls to this api have exceeded the rate limit.");
  }

  /** The app lacks a permission. */
  public static GraphError permissionDenied() {
    return oauth(10, 0, "(#10) Application does not have permission for this action");
  }

  /** The token's owner may not do this. */
  static GraphError notAllowed(String message) {
    return new GraphError(403, "OAuthException", 200, 0, "(#200) " + message);
  }

  /** The vendor thinks that the page is abusing it. */
  public static GraphError blocked() {
    return oauth(
        368, 0, "(#368) The action attempted has been deemed abusive or is otherwise disallowed");
  }

  /** The person blocked the page, or is gone. */
  static GraphError personUnavailable() {
    return oauth(551, 1545041, "(#551) This person isn't available right now.");
  }

  /** Nobody with this page-scoped id. */
  static GraphError noSuchPerson() {
    return oauth(100, 2018001, "(#100) No matching user found");
  }

  static GraphError noProfile() {
    return oauth(100, 2018218, "(#100) No profile available for this user.");
  }

  static GraphError emptyMessage() {
    return oauth(100, 2018034, "(#100) Message cannot be empty");
  }

  static GraphError outsideWindow() {
    return oauth(
        10,
        2018278,
        "(#10) This message is sent outside of allowed window. Learn more about the new policy here:"
            + " https://developers.facebook.com/docs/messenger-platform/policy-overview");
  }

  static GraphError alreadyReplied() {
    return oauth(10900, 0, "(#10900) Activity already replied to");
  }

  static GraphError cannotReplyPrivately() {
    return oauth(10903, 0, "(#10903) This user cant reply to this activity");
  }

  /** Something broke on the vendor's side; trying again may help. */
  public static GraphError serviceUnavailable() {
    return new GraphError(
        500,
        "OAuthException",
        2,
        0,
        "An unexpected error has occurred. Please retry your request later.");
  }

  /** The error with an HTTP status of one's choice. */
  public GraphError withStatus(int newStatus) {
    return new GraphError(newStatus, type, code, subcode, message);
  }

  /** The error in its envelope. */
  public Answer answer(String traceId) {
    ObjectNode envelope = MetaJson.object();
    ObjectNode error =
        envelope.putObject("error").put("message", message).put("type", type).put("code", code);
    if (subcode != 0) {
      error.put("error_subcode", subcode);
    }
    error.put("fbtrace_id", traceId);
    return Answer.json(status, MetaJson.write(envelope));
  }

  /** Ends the handling of a call with this error. */
  GraphException toException() {
    return new GraphException(this);
  }

  private static GraphError oauth(int code, int subcode, String message) {
    return new GraphError(400, "OAuthException", code, subcode, message);
  }
}
