package io.svara.testing.platforms.facebook;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * How nodes look when they are read.
 *
 * @see <a href="https://developers.facebook.com/docs/graph-api/reference/comment">Graph API:
 *     Comment</a>
 * @see <a href="https://developers.facebook.com/docs/graph-api/reference/pagepost">Graph API: Page
 *     Post</a>
 * @see <a href="https://developers.facebook.com/docs/graph-api/reference/page">Graph API: Page</a>
 * @see <a href="https://developers.facebook.com/docs/graph-api/reference/conversation">Graph API:
 *     Conversation</a>
 * @see <a href="https://developers.facebook.com/docs/graph-api/reference/message">Graph API:
 *     Message</a>
 * @see <a href="https://developers.facebook.com/docs/graph-api/reference/recommendation">Graph API:
 *     Recommendation</a>
 * @see <a
 *     href="https://developers.facebook.com/docs/messenger-platform/identity/user-profile">Messenger
 *     Platform: User Profile</a>
 */
final class GraphNodes {
  private static final String COMMENT_FIELDS =
      "id,attachment,can_comment,can_remove,can_hide,can_like,can_reply_privately,comment_count,created_time,from,like_count,message,message_tags,object,parent,private_reply_conversation,user_likes,is_hidden,is_private,permalink_url,live_broadcast_timestamp,comments,likes,reactions";
  private static final String POST_FIELDS =
      "id,actions,admin_creator,allowed_advertising_objectives,application,attachments,backdated_time,call_to_action,can_reply_privately,child_attachments,comments,coordinates,created_time,event,feed_targeting,from,full_picture,icon,insights,is_eligible_for_promotion,is_expired,is_hidden,is_inline_created,is_instagram_eligible,is_popular,is_published,is_spherical,likes,message,message_tags,parent_id,permalink_url,picture,place,privacy,promotable_id,promotion_status,properties,reactions,scheduled_publish_time,sharedposts,shares,sponsor_tags,status_type,story,story_tags,subscribed,target,targeting,timeline_visibility,to,updated_time,via,video_buying_eligibility";
  private static final String PAGE_FIELDS =
      "id,about,access_token,bio,birthday,business,can_post,category,category_list,contact_address,conversations,cover,current_location,description,emails,engagement,fan_count,feed,followers_count,hours,instagram_business_account,is_always_open,is_community_page,is_published,is_unclaimed,is_verified,is_webhooks_subscribed,link,location,messenger_ads_default_icebreakers,name,name_with_location_descriptor,overall_star_rating,phone,photos,picture,posts,rating_count,ratings,single_line_address,start_info,store_number,talking_about_count,tasks,unread_message_count,unread_notif_count,username,verification_status,videos,website,were_here_count";
  private static final String CONVERSATION_FIELDS =
      "id,can_reply,former_participants,is_owner,is_subscribed,link,message_count,messages,name,participants,scoped_thread_key,senders,snippet,subject,unread_count,updated_time,wallpaper";
  private static final String MESSAGE_FIELDS =
      "id,attachments,created_time,from,is_unsupported,message,reactions,reply_to,shares,sticker,story,tags,thread_id,to";
  private static final String REVIEW_FIELDS =
      "created_time,has_rating,has_review,open_graph_story,rating,recommendation_type,review_text,reviewer";
  private static final String STORY_FIELDS =
      "id,application,comments,created_time,data,end_time,from,likes,message,no_feed_story,place,publish_time,reactions,ref,start_time,tags,type,updated_time";
  private static final String PROFILE_FIELDS =
      "id,name,first_name,last_name,profile_pic,locale,timezone,gender";

  private final World world;
  private final NodeType<Author> profiles;

  GraphNodes(World world, String base) {
    this.world = world;
    this.profiles =
        new NodeType<Author>("User", PROFILE_FIELDS, "first_name,last_name,profile_pic,id")
            .field("id", (person, field) -> text(person.id()))
            .field("name", (person, field) -> text(person.name()))
            .field("first_name", (person, field) -> text(person.name().split(" ", 2)[0]))
            .field(
                "last_name",
                (person, field) ->
                    text(person.name().contains(" ") ? person.name().split(" ", 2)[1] : ""))
            .field(
                "profile_pic", (person, field) -> text(base + "/pictures/" + person.id() + ".svg"));
  }

  ObjectNode profile(Author person, FieldSelection fields) {
    return profiles.render(person, fields);
  }

  ObjectNode content(Content content, GraphRequest request, FieldSelection fields) {
    if (content instanceof Post post) {
      return posts(request).render(post, fields);
    }
    return content instanceof Comment comment
        ? comments(request).render(comment, fields)
        : stories(request).render((Review) content, fields);
  }

  NodeType<Comment> comments(GraphRequest request) {
    return new NodeType<Comment>("Comment", COMMENT_FIELDS, "created_time,from,message,id")
        .field("id", (comment, field) -> text(comment.id()))
        .field("created_time", (comment, field) -> time(comment.created()))
        .field("from", (comment, field) -> author(comment.from()))
        .field("message", (comment, field) -> text(comment.message()))
        .field("is_hidden", (comment, field) -> BooleanNode.valueOf(comment.hidden()))
        .field("can_hide", (comment, field) -> BooleanNode.valueOf(!isOwn(comment)))
        .field("can_remove", (comment, field) -> BooleanNode.TRUE)
        .field("can_comment", (comment, field) -> BooleanNode.TRUE)
        .field("can_like", (comment, field) -> BooleanNode.TRUE)
        .field("can_reply_privately", (comment, field) -> mayReplyPrivately(comment))
        .field("permalink_url", (comment, field) -> text(GraphTime.permalink(comment.id())))
        .field(
            "comment_count",
            (comment, field) -> IntNode.valueOf(world.commentsOn(comment.id()).size()))
        .field(
            "like_count", (comment, field) -> IntNode.valueOf(world.reactions(comment.id()).size()))
        .field(
            "parent",
            (comment, field) ->
                comment.isReply()
                    ? world
                        .content(comment.parentId())
                        .map(parent -> content(parent, request, field.nested()))
                        .orElse(null)
                    : null)
        .field(
            "object",
            (comment, field) ->
                world
                    .content(comment.rootId())
                    .map(root -> content(root, request, field.nested()))
                    .orElse(null))
        .field("comments", (comment, field) -> commentsOf(comment, field, request));
  }

  NodeType<Post> posts(GraphRequest request) {
    return new NodeType<Post>("Post", POST_FIELDS, "created_time,message,id")
        .field("id", (post, field) -> text(post.id()))
        .field("created_time", (post, field) -> time(post.created()))
        .field("updated_time", (post, field) -> time(post.updated()))
        .field("from", (post, field) -> author(post.from()))
        .field("message", (post, field) -> text(post.message()))
        .field("is_hidden", (post, field) -> BooleanNode.valueOf(post.hidden()))
        .field("is_published", (post, field) -> BooleanNode.TRUE)
        .field("status_type", (post, field) -> text(post.kind().statusType()))
        .field("full_picture", (post, field) -> text(post.link()))
        .field("permalink_url", (post, field) -> text(GraphTime.permalink(post.id())))
        .field("can_reply_privately", (post, field) -> mayReplyPrivately(post))
        .field("comments", (post, field) -> commentsOf(post, field, request));
  }

  NodeType<Review> reviews() {
    return new NodeType<Review>(
            "Recommendation",
            REVIEW_FIELDS,
            "created_time,recommendation_type,review_text,reviewer")
        .field("created_time", (review, field) -> time(review.created()))
        .field("has_rating", (review, field) -> BooleanNode.valueOf(review.stars() > 0))
        .field("has_review", (review, field) -> BooleanNode.valueOf(!review.message().isEmpty()))
        .field(
            "rating",
            (review, field) -> review.stars() > 0 ? IntNode.valueOf(review.stars()) : null)
        .field("recommendation_type", (review, field) -> text(review.recommendationType()))
        .field("review_text", (review, field) -> text(review.message()))
        .field("reviewer", (review, field) -> author(review.from()))
        .field("open_graph_story", (review, field) -> MetaJson.object().put("id", review.id()));
  }

  NodeType<PrivateMessage> messages(Chat chat, Page page) {
    Author people = chat.customer();
    return new NodeType<PrivateMessage>("Message", MESSAGE_FIELDS, "created_time,id")
        .field("id", (message, field) -> text(message.id()))
        .field("created_time", (message, field) -> time(message.at()))
        .field("message", (message, field) -> text(message.text()))
        .field("from", (message, field) -> author(message.fromPage() ? page.asAuthor() : people))
        .field(
            "to", (message, field) -> list(List.of(message.fromPage() ? people : page.asAuthor())));
  }

  NodeType<Chat> conversations(GraphRequest request) {
    Page page = request.page().page();
    return new NodeType<Chat>("Conversation", CONVERSATION_FIELDS, "link,updated_time,id")
        .field("id", (chat, field) -> text(chat.id()))
        .field("link", (chat, field) -> text("/" + page.id() + "/inbox/" + chat.id()))
        .field("updated_time", (chat, field) -> time(lastMessage(chat)))
        .field("message_count", (chat, field) -> IntNode.valueOf(chat.messages().size()))
        .field(
            "snippet",
            (chat, field) ->
                chat.messages().isEmpty() ? null : text(newestFirst(chat).get(0).text()))
        .field("participants", (chat, field) -> list(List.of(chat.customer(), page.asAuthor())))
        .field("senders", (chat, field) -> list(List.of(chat.customer(), page.asAuthor())))
        .field(
            "messages",
            (chat, field) ->
                request
                    .paging()
                    .nested(chat.id(), field)
                    .list(
                        newestFirst(chat),
                        PrivateMessage::id,
                        one -> messages(chat, page).render(one, field.nested())));
  }

  NodeType<Page> pages() {
    return new NodeType<Page>("Page", PAGE_FIELDS, "name,id")
        .field("id", (page, field) -> text(page.id()))
        .field("name", (page, field) -> text(page.name()))
        .field("category", (page, field) -> text("Telecommunication company"))
        .field("link", (page, field) -> text(GraphTime.permalink(page.id())))
        .field("is_published", (page, field) -> BooleanNode.TRUE);
  }

  /** Newest first, as the vendor lists a conversation. */
  static List<PrivateMessage> newestFirst(Chat chat) {
    return reversed(chat.messages());
  }

  static <T> List<T> reversed(List<T> items) {
    List<T> turned = new ArrayList<>(items);
    Collections.reverse(turned);
    return turned;
  }

  static Instant lastMessage(Chat chat) {
    return chat.messages().isEmpty() ? Instant.EPOCH : newestFirst(chat).get(0).at();
  }

  private NodeType<Review> stories(GraphRequest request) {
    return new NodeType<Review>("OpenGraphStory", STORY_FIELDS, "id")
        .field("id", (review, field) -> text(review.id()))
        .field("from", (review, field) -> author(review.from()))
        .field("message", (review, field) -> text(review.message()))
        .field("created_time", (review, field) -> time(review.created()))
        .field("start_time", (review, field) -> time(review.created()))
        .field("data", (review, field) -> reviewData(review))
        .field("comments", (review, field) -> commentsOf(review, field, request));
  }

  private static ObjectNode reviewData(Review review) {
    ObjectNode data =
        MetaJson.object()
            .put("recommendation_type", review.recommendationType())
            .put("review_text", review.message());
    if (review.stars() > 0) {
      data.putObject("rating").put("value", review.stars()).put("scale", 5);
    }
    return data;
  }

  private ObjectNode commentsOf(Content parent, FieldSelection.Field field, GraphRequest request) {
    return request
        .paging()
        .nested(parent.id(), field)
        .list(
            world.commentsOn(parent.id()),
            Comment::id,
            one -> comments(request).render(one, field.nested()));
  }

  private BooleanNode mayReplyPrivately(Content content) {
    return BooleanNode.valueOf(!isOwn(content) && !world.isPrivatelyAnswered(content.id()));
  }

  private static boolean isOwn(Content content) {
    return content.from().id().equals(content.pageId());
  }

  private static JsonNode text(String text) {
    return text == null ? null : TextNode.valueOf(text);
  }

  private static JsonNode time(Instant instant) {
    return text(GraphTime.text(instant));
  }

  private static ObjectNode author(Author author) {
    return MetaJson.object().put("name", author.name()).put("id", author.id());
  }

  private static ObjectNode list(List<Author> authors) {
    ObjectNode list = MetaJson.object();
    ArrayNode data = list.putArray("data");
    authors.forEach(one -> data.add(author(one)));
    return list;
  }
}
