package io.svara.api.check;

import io.svara.api.channel.ReplyWindow;
import io.svara.api.channel.TextLimit;
import io.svara.api.message.Visibility;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;

/**
 * A text that somebody wants to send, with what a reader must know of where it goes.
 *
 * @param text exactly as it would be sent
 * @param visibility who will read it
 * @param channel the platform's id
 * @param account Svara's name of the account that would send it
 * @param language of the person who reads the remarks
 * @param limit the platform's length
 * @param window the platform's window for this visibility
 * @param lastFromCustomer when the customer last wrote; absent where they never did
 * @param now the time to judge by
 */
public record Draft(
    String text,
    Visibility visibility,
    String channel,
    String account,
    Locale language,
    Optional<TextLimit> limit,
    Optional<ReplyWindow> window,
    Optional<Instant> lastFromCustomer,
    Instant now) {}
